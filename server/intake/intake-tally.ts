import { type RecordRefusalReason } from '../../shared/calls/record-refusal.ts'
import { type ReadLine } from './read-step.ts'

/** What became of the rows of an import; accepted + joined + ignored + refused = read. */
export type IntakeTally = {
  read: number
  accepted: number
  joined: number
  ignoredByRule: Map<string, number>
  refusedByReason: Map<RecordRefusalReason, number>
}

export const emptyTally = (): IntakeTally => ({
  read: 0,
  accepted: 0,
  joined: 0,
  ignoredByRule: new Map(),
  refusedByReason: new Map(),
})

/** Adds the rows of a batch to a tally. */
export function addToTally(tally: IntakeTally, lines: readonly ReadLine[]): void {
  for (const { outcome } of lines) {
    tally.read += 1
    if (outcome.kind === 'record') tally.accepted += 1
    else if (outcome.kind === 'joined') tally.joined += 1
    else if (outcome.kind === 'ignored') count(tally.ignoredByRule, outcome.rule)
    else count(tally.refusedByReason, outcome.reason)
  }
}

const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)
