import { Button } from '@mantine/core'
import { useState } from 'react'
import { Row } from '../ui/rows.tsx'
import { Aliases } from './aliases.tsx'
import { ChangeRepForm } from './change-rep-form.tsx'
import { type Rep } from './rep.ts'
import { repsWords } from './words.ts'

/** A rep with team and names; "Change" turns the line into its form. */
export function ConfirmedRep({ rep }: { rep: Rep }) {
  const [changing, setChanging] = useState<'not' | 'now' | 'before'>('not')
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
  return (
    <Row
      name={rep.name}
      under={rep.team?.name ?? repsWords.noTeam}
      action={
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
      }
    >
      <Aliases of={rep} />
    </Row>
  )
}
