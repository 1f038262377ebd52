import { likelySame, type LikelySame, likenesses } from '../../shared/roster/likely-same.ts'
import { type RepToMatch, type Suggestion } from '../../shared/roster/matching-contract.ts'
import { type PageOf } from '../../shared/wire/page.ts'
import { type Database, type Reading } from '../database/connect.ts'
import { pageOf } from '../http/place.ts'
import { findRepsById } from './rep-store.ts'
import { findKeptApart, findNamed } from './suggest-store.ts'

/** What calls say of reps; app.ts gives the way to them. */
export type CallsOfReps = {
  countLegs: (
    sql: Reading,
    organizationId: number,
    repIds: readonly number[],
  ) => Promise<{ repId: number; legs: number; from: string | null; to: string | null }[]>
  countOverlaps: (
    sql: Reading,
    organizationId: number,
    pair: readonly [number, number],
  ) => Promise<number>
  countTogether: (
    sql: Reading,
    organizationId: number,
    pair: readonly [number, number],
  ) => Promise<number>
}

/** Where a page begins: after this likeness and pair. */
export type SuggestionPlace = { likeness: number; repIds: [number, number] }

/** Pairs that are looked at for a page, talking at the same time or not; more come with the next. */
const pairsPerPageLimit = 200

/**
 * One page of reps who may be one person. Left out are those of whom somebody has said that they
 * are two, and those who talked at the same time.
 */
export async function suggestMerges(
  { reading }: Database,
  calls: CallsOfReps,
  organizationId: number,
  asked: { after: SuggestionPlace | null; limit: number },
): Promise<PageOf<Suggestion>> {
  const apart = await findKeptApart(reading, organizationId)
  const candidates = likelySame(await findNamed(reading, organizationId)).filter(
    (pair) => !apart.has(pair.repIds.join()) && isAfter(pair, asked.after),
  )
  const found: LikelySame[] = []
  for (const pair of candidates.slice(0, pairsPerPageLimit)) {
    if (found.length > asked.limit) break
    if ((await calls.countOverlaps(reading, organizationId, pair.repIds)) === 0) found.push(pair)
  }
  const reps = await describeReps(
    reading,
    calls,
    organizationId,
    found.flatMap(({ repIds }) => repIds),
  )
  const page = pageOf(found, asked.limit, keyOf, (pair) => suggestionOf(pair, reps))
  const last = candidates[pairsPerPageLimit - 1]
  const goesOn = page.next === null && candidates.length > pairsPerPageLimit && last !== undefined
  const items = page.items.flatMap((item) => (item === null ? [] : [item]))
  return { items, next: goesOn ? pageOf([last, last], 1, keyOf, () => null).next : page.next }
}

const keyOf = ({ likeness, repIds }: LikelySame) => [likenesses.indexOf(likeness), ...repIds]

function isAfter(pair: LikelySame, after: SuggestionPlace | null): boolean {
  if (!after) return true
  const [likeness = 0, first = 0, second = 0] = keyOf(pair)
  const [thatFirst, thatSecond] = after.repIds
  if (likeness !== after.likeness) return likeness > after.likeness
  return first === thatFirst ? second > thatSecond : first > thatFirst
}

/** Reps with their names and how many legs they have, by id. */
export async function describeReps(
  reading: Reading,
  calls: CallsOfReps,
  organizationId: number,
  repIds: readonly number[],
): Promise<Map<number, RepToMatch>> {
  if (repIds.length === 0) return new Map()
  const ids = [...new Set(repIds)]
  const rows = await findRepsById(reading, organizationId, ids)
  const counts = await calls.countLegs(reading, organizationId, ids)
  const legsOf = new Map(counts.map(({ repId, legs }) => [repId, legs]))
  return new Map(rows.map((row) => [row.id, { ...row, legs: legsOf.get(row.id) ?? 0 }]))
}

/** The rep that stays is the one somebody has confirmed, or the one with more calls. */
function suggestionOf(
  { likeness, repIds, names }: LikelySame,
  reps: ReadonlyMap<number, RepToMatch>,
): Suggestion | null {
  const [first, second] = repIds.map((id) => reps.get(id))
  if (!first || !second) return null
  const weight = (rep: RepToMatch) => (rep.isConfirmed ? 1e9 : 0) + rep.legs
  const isFirst = weight(first) >= weight(second)
  const [into, from] = isFirst ? [first, second] : [second, first]
  const [intoName, fromName] = isFirst ? names : [names[1], names[0]]
  return { likeness, names: { from: fromName, into: intoName }, from, into }
}
