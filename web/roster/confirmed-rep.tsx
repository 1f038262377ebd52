import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Row } from '../ui/rows.tsx'
import { Aliases } from './aliases.tsx'
import { ChangeRepForm } from './change-rep-form.tsx'
import { matchingWords } from './matching-words.ts'
import { MergeForm } from './merge-form.tsx'
import { type Rep } from './rep.ts'
import { repsWords } from './words.ts'

/** A rep with team and names; "Change" and "Merge" turn the line into a form. */
export function ConfirmedRep({ rep }: { rep: Rep }) {
  const [changing, setChanging] = useState<'not' | 'now' | 'before' | 'merging'>('not')
  const close = () => {
    setChanging('before')
  }
  if (changing === 'now') {
    return (
      <Row name={rep.name} under={<Aliases of={rep} />}>
        <ChangeRepForm rep={rep} onClose={close} />
      </Row>
    )
  }
  if (changing === 'merging') {
    return (
      <Row name={rep.name} under={<Aliases of={rep} />}>
        <MergeForm
          rep={rep}
          label={matchingWords.mergeRep(rep.name)}
          action={matchingWords.goOn}
          onCancel={close}
        />
      </Row>
    )
  }
  return (
    <Row
      name={rep.name}
      under={rep.team?.name ?? repsWords.noTeam}
      action={
        <Group gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            autoFocus={changing === 'before'}
            aria-label={repsWords.change(rep.name)}
            onClick={() => {
              setChanging('now')
            }}
          >
            {repsWords.changeAction}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={matchingWords.mergeRep(rep.name)}
            onClick={() => {
              setChanging('merging')
            }}
          >
            {matchingWords.merge}
          </Button>
        </Group>
      }
    >
      <Aliases of={rep} />
    </Row>
  )
}
