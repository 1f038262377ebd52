import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { sayDone } from '../ui/say-done.ts'
import { renewedByReps } from './rep.ts'
import { TeamSelect } from './team-select.tsx'
import { repsWords } from './words.ts'

/** Creates a rep who has no calls yet. */
export function NewRepForm() {
  const [teamId, setTeamId] = useState<number | null>(null)
  const create = useTell(roster.createRep, {
    renews: renewedByReps,
    onDone: ({ name }) => {
      sayDone(repsWords.added(name))
    },
  })
  return (
    <Form
      label={repsWords.add}
      onSubmit={(read, form) => {
        const reset = () => {
          form.reset()
        }
        create.mutate({ body: { name: read('name'), teamId } }, { onSuccess: reset })
      }}
    >
      <TextInput name="name" required maxLength={200} label={repsWords.name} />
      <TeamSelect value={teamId} onChange={setTeamId} />
      <FailureNote error={create.error} />
      <div>
        <Button type="submit" loading={create.isPending}>
          {repsWords.add}
        </Button>
      </div>
    </Form>
  )
}
