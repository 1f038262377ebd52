import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type RecordRefusalReason } from '../../shared/calls/record-refusal.ts'

/** Why a row is refused, in the words a record from the API is refused in. */
export type RowRefusal = {
  reason: RecordRefusalReason
  /** Path in the canonical record, such as legs.0.talkSeconds; null where none is to blame. */
  field: string | null
  /** What is wrong and where it stood in the row, for a person. */
  message: string
  /** Where the row could still be told which call it is. */
  externalId: string | null
}

/** What became of one row. Nothing else can: a row is never dropped in silence. */
export type RowOutcome =
  | { kind: 'record'; record: CallRecord }
  | { kind: 'ignored'; rule: string }
  | ({ kind: 'refused' } & RowRefusal)

/** What became of a line or document, of which several may tell of one call. */
export type LineOutcome = (
  | RowOutcome
  /** Tells of a call whose record another line or document brings. */
  | { kind: 'joined'; externalId: string }
) & { keep?: KeptDocument }

/**
 * A document that is to be read again together with others, because the phone system tells one
 * call in several documents that may be delivered one by one and in any order.
 */
export type KeptDocument = {
  /** What all documents of one call have in common; not always the call's external id. */
  call: string
  /** Tells the documents of a call apart. */
  part: string
  /** Of two states of one document the higher is kept. */
  version: number
  /** In the vendor's own form, so that the adapter can read it; no more than it needs. */
  text: string
}
