import { type Merging } from '../../shared/roster/matching-contract.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { type CallsOfReps, describeReps } from './suggest-merges.ts'
import { findUserNames } from './suggest-store.ts'

/** Says what merging one rep into another would do. */
export async function previewMerge(
  { reading }: Database,
  calls: CallsOfReps,
  organizationId: number,
  { repId, intoRepId }: { repId: number; intoRepId: number },
): Promise<Merging> {
  if (repId === intoRepId) throw new Refused('same_rep', 'Choose two different reps.')
  const reps = await describeReps(reading, calls, organizationId, [repId, intoRepId])
  const [from, into] = [reps.get(repId), reps.get(intoRepId)]
  if (!from || !into) throw new Refused('rep_unknown', 'There is no such rep.')
  const pair: [number, number] = [repId, intoRepId]
  const [counted, callsTogether, overlaps, people] = await Promise.all([
    calls.countLegs(reading, organizationId, [repId]),
    calls.countTogether(reading, organizationId, pair),
    calls.countOverlaps(reading, organizationId, pair),
    findUserNames(reading, organizationId, repId),
  ])
  const [days] = counted
  return {
    ...{ from, into, team: into.team ?? from.team },
    days: days?.from && days.to ? { from: days.from, to: days.to } : null,
    ...{ callsTogether, overlaps, people },
  }
}
