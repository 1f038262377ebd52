import { type RepStanding } from '../../shared/balance/rep-standing.ts'

const byName = new Intl.Collator('en-GB', { numeric: true })

/** By name, and by nothing else: a list of people is no ranking. */
export const inOrderOfName = <Named extends Pick<RepStanding, 'rep'>>(
  reps: readonly Named[],
): Named[] =>
  reps.toSorted(
    (one, other) => byName.compare(one.rep.name, other.rep.name) || one.rep.id - other.rep.id,
  )

/** Groups by their name, never by what they cost. */
export const groupsInOrderOfName = <Named extends { key: string; name: string }>(
  groups: readonly Named[],
): Named[] =>
  groups.toSorted(
    (one, other) => byName.compare(one.name, other.name) || byName.compare(one.key, other.key),
  )
