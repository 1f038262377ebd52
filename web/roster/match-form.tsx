import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { keyOf } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { type Refused } from '../api/refused.ts'
import { tell } from '../api/tell.ts'
import { Form } from '../ui/form.tsx'
import { sayGone } from '../ui/say-done.ts'
import { RepSelect } from './rep-select.tsx'
import { renewedByReps, type Rep } from './rep.ts'
import classes from './unconfirmed-rep.module.css'
import { repsWords } from './words.ts'

/** "This is …": gives a name to a rep we know; the calls under it become theirs. */
export function MatchForm({ rep }: { rep: Rep }) {
  const client = useQueryClient()
  const [repId, setRepId] = useState<number | null>(null)
  const match = useMutation<unknown, Refused, number>({
    mutationFn: async (toRepId) => {
      for (const { id } of rep.aliases) {
        await tell(roster.matchAlias, { params: { aliasId: id }, body: { repId: toRepId } })
      }
    },
    onSuccess: () => {
      sayGone(repsWords.matched(rep.name))
    },
    onSettled: () =>
      Promise.all(
        renewedByReps.map((asked) => client.invalidateQueries({ queryKey: keyOf(asked) })),
      ),
  })
  return (
    <Form
      label={repsWords.match(rep.name)}
      onSubmit={() => {
        if (repId !== null) match.mutate(repId)
      }}
    >
      <div className={classes['line']}>
        <RepSelect label={repsWords.existing} value={repId} onChange={setRepId} />
        <Button type="submit" variant="default" disabled={repId === null} loading={match.isPending}>
          {repsWords.matchAction}
        </Button>
      </div>
      <FailureNote error={match.error} />
    </Form>
  )
}
