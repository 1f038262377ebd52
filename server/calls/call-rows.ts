import { type OfferRecord } from '../../shared/calls/call-record.ts'
import { type CellIds } from './cell-store.ts'
import { type Columns, copyRows, Hex } from '../database/copy-rows.ts'
import { type Transaction } from '../database/connect.ts'
import { type AliasPlace, type Written } from './ingest-store.ts'
import { type JoinedLeg, type Stint } from './stints.ts'

export type PlaceOf = (source: string, alias: string) => AliasPlace

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at))
const parsed = (text: string | null | undefined): Date | null =>
  text == null ? null : new Date(text)

const factColumns: Columns<Written> = {
  id: (row) => row.id,
  feed_id: (row) => row.feedId,
  external_id: ({ call }) => call.externalId,
  version: ({ call }) => call.version,
  facts_hash: ({ call }) => new Hex(call.factsHash),
  started_at: ({ call }) => new Date(call.startedAt),
  answered_at: ({ call }) => parsed(call.record.answeredAt),
  ended_at: ({ call }) => parsed(call.record.endedAt),
  direction: ({ call }) => call.record.direction,
  queue: ({ call }) => call.record.queue ?? null,
  issue: ({ call }) => call.record.issue ?? null,
  audience: ({ call }) => call.record.audience ?? null,
  language: ({ call }) => call.record.language ?? null,
  customer_key: ({ call }) => (call.customer ? new Hex(call.customer.hex) : null),
  customer_masked: ({ call }) => call.customer?.masked ?? null,
  is_abandoned: ({ call }) => call.record.abandoned ?? call.record.legs.length === 0,
  queue_seconds: ({ call }) => call.record.queueSeconds ?? null,
  ivr_seconds: ({ call }) => call.record.ivrSeconds ?? null,
  disposition_code: ({ call }) => call.record.disposition?.code ?? null,
  disposition_label: ({ call }) => call.record.disposition?.label ?? null,
  csat_score: ({ call }) => call.record.csat?.score ?? null,
  csat_min: ({ call }) => call.record.csat?.min ?? null,
  csat_max: ({ call }) => call.record.csat?.max ?? null,
  recording_url: ({ call }) => call.record.recordingUrl ?? null,
  declared_resolution: ({ call }) => call.record.declaredResolution ?? null,
}

const linkColumns: Columns<Written> = {
  chain_id: ({ links }) => links.chainId,
  position: ({ links }) => links.position,
  caller_frequency: ({ links }) => storedFrequency(links.callerFrequency),
  next_same_issue_at: ({ links }) => instant(links.nextSameIssueAt),
  next_any_at: ({ links }) => instant(links.nextAnyAt),
  rep_claim: ({ call }) => call.record.declaredResolution ?? null,
}

/** Writes calls with what linking already says of them. */
export const copyCalls = (
  transaction: Transaction,
  organizationId: number,
  written: readonly Written[],
): Promise<void> => {
  const columns = { organization_id: () => organizationId, ...factColumns, ...linkColumns }
  return copyRows(transaction, 'call', columns, written)
}

const smallestIntLimit = 32_767

/** Beyond what the column holds nothing distinguishes callers any more. */
export const storedFrequency = (frequency: number): number => Math.min(frequency, smallestIntLimit)

/** A leg to write: its place in its call, whose it is, and of which kind. */
export type LegRow = {
  callId: number
  startedAt: number
  legNo: number
  at: AliasPlace
  leg: JoinedLeg
  /** Key of the finest cell it falls in. */
  cell: string
}

const stintColumns: Columns<Stint> = {
  queue: (stint) => stint.queue,
  answered_at: (stint) => instant(stint.answeredAt),
  ended_at: (stint) => instant(stint.endedAt),
  ring_seconds: (stint) => stint.ringSeconds,
  talk_seconds: (stint) => stint.talkSeconds,
  hold_seconds: (stint) => stint.holdSeconds,
  wrap_seconds: (stint) => stint.wrapSeconds,
  talk_includes_hold: (stint) => stint.talkIncludesHold,
  ending: (stint) => stint.ending,
  ended_by: (stint) => stint.endedBy,
  is_neutral: (stint) => stint.isNeutral,
}

/** The columns of a stint, for rows that have one. */
const columnsOfStint = <R>(stintOf: (row: R) => Stint): Columns<R> =>
  Object.fromEntries(
    Object.entries(stintColumns).map(([name, cellOf]) => [name, (row: R) => cellOf(stintOf(row))]),
  )

const legColumns: Columns<LegRow> = {
  call_id: (row) => row.callId,
  leg_no: (row) => row.legNo,
  rep_id: ({ at }) => at.repId,
  alias_id: ({ at }) => at.aliasId,
  started_at: (row) => new Date(row.startedAt),
  ...columnsOfStint<LegRow>(({ leg }) => leg.stint),
  queue: ({ leg }) => leg.queue,
  handle_seconds: ({ leg }) => leg.handleSeconds,
  is_handed_on: ({ leg }) => leg.isHandedOn,
  is_suspect: ({ leg }) => leg.isSuspect,
}

/** @param cells the ids of their cells by key */
export const copyLegs = (
  transaction: Transaction,
  organizationId: number,
  rows: readonly LegRow[],
  cells: CellIds,
): Promise<void> => {
  const cellColumn = { cell_id: (row: LegRow) => cells.idOf(row.cell) }
  const columns = { organization_id: () => organizationId, ...legColumns, ...cellColumn }
  return copyRows(transaction, 'leg', columns, rows)
}

type StintRow = { callId: number; stintNo: number; aliasId: number; stint: Stint }

const keptColumns: Columns<StintRow> = {
  call_id: (row) => row.callId,
  stint_no: (row) => row.stintNo,
  alias_id: (row) => row.aliasId,
  ...columnsOfStint<StintRow>(({ stint }) => stint),
}

/** The stints of a call whose legs do not tell them, in order. */
export type KeptStints = { callId: number; stints: readonly (Stint & { aliasId: number })[] }

export const copyStints = (
  transaction: Transaction,
  organizationId: number,
  calls: readonly KeptStints[],
): Promise<void> => {
  const columns = { organization_id: () => organizationId, ...keptColumns }
  const rows = calls.flatMap(({ callId, stints }) =>
    stints.map((stint, place) => ({ callId, stintNo: place + 1, aliasId: stint.aliasId, stint })),
  )
  return copyRows(transaction, 'stint', columns, rows)
}

type OfferRow = { callId: number; offerNo: number; at: AliasPlace; offer: OfferRecord }

const offerColumns: Columns<OfferRow> = {
  call_id: (row) => row.callId,
  offer_no: (row) => row.offerNo,
  rep_id: ({ at }) => at.repId,
  alias_id: ({ at }) => at.aliasId,
  queue: ({ offer }) => offer.queue ?? null,
  ring_seconds: ({ offer }) => offer.ringSeconds ?? null,
  result: ({ offer }) => offer.result ?? 'unknown',
}

export const copyOffers = (
  transaction: Transaction,
  organizationId: number,
  written: readonly Written[],
  placeOf: PlaceOf,
): Promise<void> => {
  const columns = { organization_id: () => organizationId, ...offerColumns }
  const rows = written.flatMap(({ id, call }) =>
    (call.record.offers ?? []).map((offer, place) => ({
      ...{ callId: id, offerNo: place + 1, offer },
      at: placeOf(call.source, offer.rep),
    })),
  )
  return copyRows(transaction, 'offer', columns, rows)
}
