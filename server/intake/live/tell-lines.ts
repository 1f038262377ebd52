import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { type RecordRefusal } from '../../../shared/calls/record-refusal.ts'
import {
  type DeliveryProblem,
  type DeliveryReply,
  problemsPerReplyLimit,
} from '../../../shared/intake/connection.ts'
import { type ReadLine } from '../read-step.ts'
import { type RefusedLine } from '../refused-store.ts'
import { type Counts } from '../run-store.ts'

/** Refused lines are kept to be looked at; longer ones begin like this. */
const keptCharacters = 10_000

/** What the lines of a delivery have become, before their records are stored. */
export type ToldLines = {
  records: { index: number; record: CallRecord }[]
  joined: number
  ignoredByRule: Record<string, number>
  problems: (DeliveryProblem & { text: string })[]
}

export function tellLines(lines: readonly ReadLine[]): ToldLines {
  const told: ToldLines = { records: [], joined: 0, ignoredByRule: {}, problems: [] }
  for (const { lineNumber, text, outcome } of lines) {
    if (outcome.kind === 'record') told.records.push({ index: lineNumber, record: outcome.record })
    else if (outcome.kind === 'joined') told.joined += 1
    else if (outcome.kind === 'refused') {
      const { externalId, reason, field, message } = outcome
      told.problems.push({ document: lineNumber, externalId, reason, field, message, text })
    } else {
      told.ignoredByRule[outcome.rule] = (told.ignoredByRule[outcome.rule] ?? 0) + 1
    }
  }
  return told
}

type Stored = {
  accepted: number
  unchanged: number
  superseded: number
  refused: readonly RecordRefusal[]
}

/** All that became of a delivery: for its sender, for the day's row, and what was refused. */
export function tellDelivery(told: ToldLines, stored: Stored) {
  const { accepted, unchanged, superseded } = stored
  const notStored = stored.refused.map(({ index, ...refusal }) => ({
    ...{ ...refusal, document: index },
    text: refusal.externalId ?? '',
  }))
  const problems = [...told.problems, ...notStored]
    .map(withoutNul)
    .sort((a, b) => a.document - b.document)
  const ignored = ranked(told.ignoredByRule)
  const ignoredInAll = ignored.reduce((sum, { count }) => sum + count, 0)
  const read = accepted + unchanged + superseded + told.joined + ignoredInAll + problems.length
  const reply: DeliveryReply = {
    ...{ read, accepted, unchanged, superseded, joined: told.joined, ignored },
    refused: problems.length,
    problems: problems.slice(0, problemsPerReplyLimit).map(({ text, ...problem }) => problem),
  }
  const refusedByReason: Record<string, number> = {}
  for (const { reason } of problems) refusedByReason[reason] = (refusedByReason[reason] ?? 0) + 1
  const counts: Counts = {
    ...{ read, accepted, unchanged, superseded, joined: told.joined, ignored: ignoredInAll },
    ...{ refused: problems.length, refusedByReason, ignoredByRule: told.ignoredByRule },
  }
  return { reply, counts, refusedLines: problems.map(keptLine) }
}

/** The database holds no NUL, and what was refused may well hold one. */
function withoutNul<P extends DeliveryProblem>(problem: P): P {
  const clean = (text: string): string => text.replaceAll('\u0000', '\ufffd')
  const { externalId, field, message } = problem
  return {
    ...problem,
    externalId: externalId === null ? null : clean(externalId),
    field: field === null ? null : clean(field),
    message: clean(message),
  }
}

const keptLine = (problem: DeliveryProblem & { text: string }): RefusedLine => ({
  line: problem.document,
  reason: problem.reason,
  field: problem.field,
  message: problem.message,
  text: problem.text === '' ? null : problem.text.slice(0, keptCharacters),
})

/** Counts by rule, most frequent first. */
export const ranked = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count)
