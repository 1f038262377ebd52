import * as matching from '../../shared/roster/matching-contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { AskOnceMore } from '../ui/ask-once-more.tsx'
import { sayGone } from '../ui/say-done.ts'
import { matchingWords } from './matching-words.ts'
import { renewedByReps } from './rep.ts'

type Props = { alias: { id: number; alias: string }; rep: string }

/** Makes a phone-system name a rep of its own. */
export function SplitAlias({ alias: { id, alias }, rep }: Props) {
  const split = useTell(matching.splitAlias, {
    renews: renewedByReps,
    onDone: () => {
      sayGone(matchingWords.isSplit(alias))
    },
  })
  return (
    <AskOnceMore
      action={matchingWords.split}
      actionOf={matchingWords.splitNamed(alias, rep)}
      sure={matchingWords.splitSure(alias, rep)}
      sureWhy={matchingWords.splitWhy}
      keep={matchingWords.cancel}
      size="compact-xs"
      onSure={() => {
        split.mutate({ params: { aliasId: id }, body: {} })
      }}
      isPending={split.isPending}
    >
      <FailureNote error={split.error} />
    </AskOnceMore>
  )
}
