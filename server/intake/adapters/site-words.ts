import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { type Claim } from '../../../shared/calls/words.ts'

/** How a site writes what was declared of a call, and how satisfied the customer was. */
export type Words = {
  resolved: readonly string[]
  notResolved: readonly string[]
  /** Lowest and highest rating. */
  csatScale: readonly [number, number]
}

const usuallyResolved = 'resolved,solved,yes,true,1'
const usuallyNotResolved = 'not_resolved,not resolved,unresolved,unsolved,no,false,0'
const usualScale: readonly [number, number] = [1, 5]

/**
 * Reads the words from an adapter's `names`: `resolved` and `notResolved` list them with commas,
 * `csatScale` names the scale, such as 1-5.
 */
export function wordsIn(names: Readonly<Record<string, string>>): Words {
  const list = (text: string): string[] => text.split(',').map(plain).filter(Boolean)
  const scale = /^\s*(-?\d+(?:\.\d+)?)\s*(?:-|to|\.\.)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(
    names['csatScale'] ?? '',
  )
  return {
    resolved: list(names['resolved'] ?? usuallyResolved),
    notResolved: list(names['notResolved'] ?? usuallyNotResolved),
    csatScale: scale ? [Number(scale[1]), Number(scale[2])] : usualScale,
  }
}

const plain = (word: string): string => word.trim().toLowerCase()

/** What a word declares; null for a word that is neither list's. */
export function declaredBy(words: Words, word: string | null): Claim | null {
  if (word === null) return null
  if (words.resolved.includes(plain(word))) return 'resolved'
  return words.notResolved.includes(plain(word)) ? 'not_resolved' : null
}

type Rating = NonNullable<CallRecord['csat']>

/** A rating on the site's scale; null where it is none. */
export function ratingBy({ csatScale }: Words, written: string | null): Rating | null {
  const [min, max] = csatScale
  const isWritten = written !== null && written.trim() !== ''
  const score = isWritten ? Number(written) : Number.NaN
  return score >= min && score <= max && min < max ? { score, min, max } : null
}
