import { Switch } from '@mantine/core'
import * as intake from '../../shared/intake/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { sayDone } from '../ui/say-done.ts'
import { type Feed } from './feed.ts'
import { importWords } from './words.ts'

/** Says that a source has ended, so that outcomes don't wait for it for ever. */
export function EndFeed({ feed }: { feed: Feed }) {
  const end = useTell(intake.endFeed, {
    renews: [intake.feeds],
    onDone: (_, { body }) => {
      sayDone(importWords.feedChanged(feed.source, body.isEnded))
    },
  })
  const told = end.isPending ? end.variables.body.isEnded : feed.isEnded
  return (
    <>
      <Switch
        checked={told}
        disabled={end.isPending}
        label={importWords.ended}
        description={importWords.endedMeans}
        aria-label={importWords.endedOf(feed.source)}
        onChange={(event) => {
          const isEnded = event.currentTarget.checked
          end.mutate({ params: { feedId: feed.id }, body: { isEnded } })
        }}
      />
      <FailureNote error={end.error} />
    </>
  )
}
