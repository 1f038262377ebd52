import { comparisonShortage } from '../../shared/balance/comparison-shortage.ts'
import { type CallLine, type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { type LineRow } from './line-store.ts'

/** A row as the wire has it: the handle time never without outcome, usual time and count. */
export const tellLine = (row: LineRow): CallLine => ({
  callId: row.callId,
  legNo: row.legNo,
  startedAt: row.startedAt.toISOString(),
  direction: row.direction,
  rep: { id: row.repId, name: row.repName },
  team:
    row.teamId === null || row.teamName === null ? null : { id: row.teamId, name: row.teamName },
  queue: row.queue,
  issue: row.issue,
  audience: row.audience,
  customer: row.customer,
  position: row.position,
  time: tellTime(row),
  reflectionLine: row.reflectionLine,
  hasReflection: row.hasReflection,
})

export const tellTime = (row: LineRow): TimeBesideOutcome => ({
  handleSeconds: row.handleSeconds,
  usual: tellUsual(row),
  timeClass: row.timeClass,
  outcome: {
    outcome: row.outcome,
    state: row.state,
    source: row.source,
    knownFrom: row.knownFrom?.toISOString() ?? null,
    isLinkable: row.isLinkable,
  },
  class: row.class,
  isSuspect: row.isSuspect,
})

function tellUsual(row: LineRow): TimeBesideOutcome['usual'] {
  const tooFew = comparisonShortage(row.referenceReps, row.bandQueueCalls)
  if (tooFew) return { tooFew }
  if (row.medianSeconds === null) return { tooFew: { have: 0, need: 1 } }
  return {
    lowSeconds: row.lowSeconds ?? row.medianSeconds,
    medianSeconds: row.medianSeconds,
    highSeconds: row.highSeconds ?? row.medianSeconds,
    calls: row.bandCalls ?? 0,
    version: row.version ?? 0,
  }
}
