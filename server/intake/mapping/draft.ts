import { type RecordRefusalReason } from '../../../shared/calls/record-refusal.ts'
import { type Claim, type Direction, type Ender, type Ending } from '../../../shared/calls/words.ts'
import { type MomentField, type SecondsField } from '../../../shared/intake/mapping-source.ts'

/** What one row has given so far, by mapping field; instants are epoch milliseconds. */
export type Draft = Record<MomentField | SecondsField, number | null> & {
  externalId: string | null
  version: number | null
  direction: Direction | null
  queue: string | null
  issue: string | null
  audience: string | null
  language: string | null
  customer: string | null
  abandoned: boolean | null
  'disposition.code': string | null
  'disposition.label': string | null
  declaredResolution: Claim | null
  'csat.score': number | null
  recordingUrl: string | null
  'leg.rep': string | null
  'leg.queue': string | null
  'leg.talkIncludesHold': boolean | null
  'leg.ending': Ending | null
  'leg.endedBy': Ender | null
  'leg.neutral': boolean | null
}
export type FieldName = keyof Draft

/** One row at work: its cleaned cells, in the order the mapping asked for them, and its draft. */
export type Row = { cells: (string | null)[]; draft: Draft }

/** What a cell can become. */
export type Value = string | number | boolean

/** A value that can't be read: it refuses the row. */
export type Fault = { reason: RecordRefusalReason; message: string }

/** Reads one value from a row; null is "not known". */
export type Reader<V extends Value> = (row: Row) => V | null | Fault

export const isFault = (read: Value | Fault | null): read is Fault =>
  read !== null && typeof read === 'object'

export const emptyDraft = (): Draft => ({
  externalId: null,
  version: null,
  startedAt: null,
  answeredAt: null,
  endedAt: null,
  direction: null,
  queue: null,
  issue: null,
  audience: null,
  language: null,
  customer: null,
  abandoned: null,
  queueSeconds: null,
  ivrSeconds: null,
  'disposition.code': null,
  'disposition.label': null,
  declaredResolution: null,
  'csat.score': null,
  recordingUrl: null,
  'leg.rep': null,
  'leg.queue': null,
  'leg.answeredAt': null,
  'leg.endedAt': null,
  'leg.ringSeconds': null,
  'leg.talkSeconds': null,
  'leg.holdSeconds': null,
  'leg.wrapSeconds': null,
  'leg.talkIncludesHold': null,
  'leg.ending': null,
  'leg.endedBy': null,
  'leg.neutral': null,
})
