import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as matching from '../../shared/roster/matching-contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { sayGone } from '../ui/say-done.ts'
import { matchingWords } from './matching-words.ts'
import { renewedByReps } from './rep.ts'

type Named = { id: number; name: string }

/** Says what merging two reps will do before it is done. */
export function MergeConfirm({
  from,
  into,
  onClose,
}: {
  from: Named
  into: Named
  onClose: () => void
}) {
  const params = { repId: from.id, intoRepId: into.id }
  const told = useQuery({ ...ask(matching.merging, { params }), staleTime: 0 })
  const merge = useTell(matching.mergeReps, {
    renews: renewedByReps,
    onDone: () => {
      sayGone(matchingWords.merged(from.name, into.name))
    },
  })
  const question = matchingWords.sure(from.name, into.name)
  return (
    <div role="group" aria-label={question}>
      <strong>{question}</strong>
      <Answer to={told} lines={3}>
        {(merging) => (
          <ul>
            {matchingWords.effects(merging).map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
            <li>{matchingWords.undoable}</li>
          </ul>
        )}
      </Answer>
      <Group gap="sm">
        <Button autoFocus variant="default" size="compact-md" onClick={onClose}>
          {matchingWords.cancel}
        </Button>
        <Button
          size="compact-md"
          disabled={told.data === undefined}
          loading={merge.isPending}
          onClick={() => {
            merge.mutate({ params: { repId: from.id }, body: { intoRepId: into.id } })
          }}
        >
          {matchingWords.doMerge}
        </Button>
      </Group>
      <FailureNote error={merge.error} />
    </div>
  )
}
