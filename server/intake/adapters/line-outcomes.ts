import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { checkCallRecord } from '../../../shared/calls/check-call-record.ts'
import { type RecordRefusalReason } from '../../../shared/calls/record-refusal.ts'
import { type RowOutcome } from '../row-outcome.ts'

/** The record where it keeps the rules that every record keeps, else its refusal. */
export function checked(record: CallRecord, now: number): RowOutcome {
  const { problem } = checkCallRecord(record, now)
  if (!problem) return { kind: 'record', record }
  return { kind: 'refused', ...problem, externalId: record.externalId.slice(0, 200) || null }
}

/**
 * A refusal of a line.
 *
 * @param field path in the canonical record; null where none is to blame
 * @param message what is wrong and what to do, as sentences
 */
export const refused = (
  reason: RecordRefusalReason,
  field: string | null,
  message: string,
  externalId: string | null = null,
): RowOutcome => ({ kind: 'refused', reason, field, message, externalId })

export const ignored = (rule: string): RowOutcome => ({ kind: 'ignored', rule })

const shownLimit = 60

/** A value as it stood there, in quotes, for a message. */
export const quoted = (text: string): string =>
  `"${text.length > shownLimit ? `${text.slice(0, shownLimit)}…` : text}"`
