import { type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { sayCount } from '../ui/say-count.ts'

/** From so many calls of a kind on, what wider kinds add to it can't be seen any more. */
const enoughOfAKind = 100

/** How many calls the sentences about one rest on; null where nothing is compared. */
export function sayCompared(
  { usual }: TimeBesideOutcome,
  later: CallPage['legs'][number]['later'],
  isLaterSaid: boolean,
): string | null {
  if ('tooFew' in usual) return null
  const { calls } = usual
  const kind =
    calls >= enoughOfAKind
      ? `Compared with ${sayCount(calls)} calls of this kind by other reps`
      : `Compared with ${sayCount(calls)} ${calls === 1 ? 'call' : 'calls'} of exactly this kind by other reps, leaning on wider kinds`
  return isLaterSaid && later !== null
    ? `${kind}; what usually follows, with ${sayCount(later.legs)} about this issue.`
    : `${kind}.`
}
