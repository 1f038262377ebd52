import { Button } from '@mantine/core'
import { useState } from 'react'
import { Row } from '../ui/rows.tsx'
import { Aliases } from './aliases.tsx'
import { ChangeRepForm } from './change-rep-form.tsx'
import { type Rep } from './rep.ts'
import { repsWords } from './words.ts'

/** A rep with team and names; "Change" turns the line into its form. */
export function ConfirmedRep({ rep }: { rep: Rep }) {
  const [isChanging, setIsChanging] = useState(false)
  const close = () => {
    setIsChanging(false)
  }
  if (isChanging) {
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
          aria-label={repsWords.change(rep.name)}
          onClick={() => {
            setIsChanging(true)
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
