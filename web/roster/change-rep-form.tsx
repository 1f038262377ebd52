import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { renewedByReps, type Rep } from './rep.ts'
import { TeamSelect } from './team-select.tsx'
import classes from './unconfirmed-rep.module.css'
import { repsWords } from './words.ts'

/** Renames a rep or moves them to another team. */
export function ChangeRepForm({ rep, onClose }: { rep: Rep; onClose: () => void }) {
  const [teamId, setTeamId] = useState(rep.team?.id ?? null)
  const change = useTell(roster.changeRep, { renews: renewedByReps, onDone: onClose })
  return (
    <Form
      label={repsWords.change(rep.name)}
      onSubmit={(read) => {
        change.mutate({ params: { repId: rep.id }, body: { name: read('name'), teamId } })
      }}
    >
      <div className={classes['line']}>
        <TextInput
          name="name"
          required
          maxLength={200}
          label={repsWords.name}
          defaultValue={rep.name}
          autoFocus
        />
        <TeamSelect value={teamId} onChange={setTeamId} />
        <Button type="submit" loading={change.isPending}>
          {repsWords.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {repsWords.cancel}
        </Button>
      </div>
      <FailureNote error={change.error} />
    </Form>
  )
}
