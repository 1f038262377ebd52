import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import * as matching from '../../shared/roster/matching-contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { sayGone } from '../ui/say-done.ts'
import { matchingWords } from './matching-words.ts'
import { renewedByReps } from './rep.ts'

/** Makes a phone-system name a rep of its own; asks once more, in its place. */
export function SplitAlias({
  alias: { id, alias },
  rep,
}: {
  alias: { id: number; alias: string }
  rep: string
}) {
  const [asked, setAsked] = useState<'not' | 'now' | 'before'>('not')
  const split = useTell(matching.splitAlias, {
    renews: renewedByReps,
    onDone: () => {
      sayGone(matchingWords.isSplit(alias))
    },
  })
  if (asked !== 'now') {
    return (
      <Button
        variant="subtle"
        size="compact-xs"
        autoFocus={asked === 'before'}
        aria-label={matchingWords.splitNamed(alias, rep)}
        onClick={() => {
          setAsked('now')
        }}
      >
        {matchingWords.split}
      </Button>
    )
  }
  const question = matchingWords.splitSure(alias, rep)
  return (
    <div role="group" aria-label={question}>
      <strong>{question}</strong>
      <p>{matchingWords.splitWhy}</p>
      <Group gap="sm">
        <Button
          autoFocus
          variant="default"
          size="compact-md"
          onClick={() => {
            setAsked('before')
          }}
        >
          {matchingWords.cancel}
        </Button>
        <Button
          size="compact-md"
          loading={split.isPending}
          onClick={() => {
            split.mutate({ params: { aliasId: id }, body: {} })
          }}
        >
          {matchingWords.split}
        </Button>
      </Group>
      <FailureNote error={split.error} />
    </div>
  )
}
