import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { sayGone } from '../ui/say-done.ts'
import { renewedByReps, type Rep } from './rep.ts'
import { TeamSelect } from './team-select.tsx'
import classes from './unconfirmed-rep.module.css'
import { repsWords } from './words.ts'

/** Confirms a name as a new rep, under the name people use, in a team. */
export function ConfirmForm({ rep }: { rep: Rep }) {
  const [teamId, setTeamId] = useState(rep.team?.id ?? null)
  const confirm = useTell(roster.changeRep, {
    renews: renewedByReps,
    onDone: ({ name }) => {
      sayGone(repsWords.confirmed(name))
    },
  })
  return (
    <Form
      label={repsWords.confirmNamed(rep.name)}
      onSubmit={(read) => {
        confirm.mutate({ params: { repId: rep.id }, body: { name: read('name'), teamId } })
      }}
    >
      <div className={classes['line']}>
        <TextInput
          name="name"
          required
          maxLength={200}
          label={repsWords.confirmAs}
          defaultValue={rep.name}
        />
        <TeamSelect value={teamId} onChange={setTeamId} />
        <Button type="submit" variant="default" loading={confirm.isPending}>
          {repsWords.confirm}
        </Button>
      </div>
      <FailureNote error={confirm.error} />
    </Form>
  )
}
