import { copyRows } from '../database/copy-rows.ts'
import { type Transaction } from '../database/connect.ts'
import { type Written } from './ingest-store.ts'
import { type JoinedLeg, type Stint } from './stints.ts'

export type AliasPlace = { aliasId: number; repId: number }

const callColumns = [
  ...['organization_id', 'id', 'feed_id', 'external_id', 'version', 'facts_hash', 'started_at'],
  ...['answered_at', 'ended_at', 'direction', 'queue', 'issue', 'audience', 'language'],
  ...['customer_key', 'customer_masked', 'is_abandoned', 'queue_seconds', 'ivr_seconds'],
  ...['disposition_code', 'disposition_label', 'csat_score', 'csat_min', 'csat_max'],
  ...['recording_url', 'declared_resolution', 'chain_id', 'position', 'caller_frequency'],
  ...['next_same_issue_at', 'next_any_at', 'rep_claim'],
]

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at))
const parsed = (text: string | null | undefined): Date | null =>
  text == null ? null : new Date(text)

/** Writes calls with what linking already says of them. */
export const copyCalls = (
  transaction: Transaction,
  organizationId: number,
  written: readonly Written[],
): Promise<void> =>
  copyRows(
    transaction,
    'call',
    callColumns,
    written.map((row) => [
      ...[organizationId, row.id, row.feedId],
      ...factCells(row.call),
      ...linkCells(row.links),
      row.call.record.declaredResolution ?? null,
    ]),
  )

function factCells(call: Written['call']) {
  const { record } = call
  return [
    ...[call.externalId, call.version, call.factsHash, new Date(call.startedAt)],
    ...[parsed(record.answeredAt), parsed(record.endedAt), record.direction],
    ...[record.queue ?? null, record.issue ?? null, record.audience ?? null],
    ...[record.language ?? null, call.customer?.key ?? null, call.customer?.masked ?? null],
    ...[record.abandoned ?? record.legs.length === 0],
    ...[record.queueSeconds ?? null, record.ivrSeconds ?? null],
    ...[record.disposition?.code ?? null, record.disposition?.label ?? null],
    ...[record.csat?.score ?? null, record.csat?.min ?? null, record.csat?.max ?? null],
    ...[record.recordingUrl ?? null, record.declaredResolution ?? null],
  ]
}

const linkCells = (links: Written['links']) => [
  ...[links.chainId, links.position, storedFrequency(links.callerFrequency)],
  ...[instant(links.nextSameIssueAt), instant(links.nextAnyAt)],
]

const smallestIntLimit = 32_767

/** Beyond what the column holds nothing distinguishes callers any more. */
export const storedFrequency = (frequency: number): number => Math.min(frequency, smallestIntLimit)

const legColumns = [
  ...['organization_id', 'call_id', 'leg_no', 'rep_id', 'alias_id', 'queue', 'started_at'],
  ...['answered_at', 'ended_at', 'ring_seconds', 'talk_seconds', 'hold_seconds', 'wrap_seconds'],
  ...['talk_includes_hold', 'handle_seconds', 'ending', 'ended_by', 'is_neutral'],
  ...['is_handed_on', 'is_suspect', 'cell_id'],
]

/** A leg to write: its place in its call, whose it is, and of which kind. */
export type LegRow = {
  callId: number
  startedAt: number
  legNo: number
  at: AliasPlace
  cellId: number
  leg: JoinedLeg
}

export const copyLegs = (
  transaction: Transaction,
  organizationId: number,
  rows: readonly LegRow[],
): Promise<void> =>
  copyRows(
    transaction,
    'leg',
    legColumns,
    rows.map(({ callId, startedAt, legNo, at, cellId, leg }) => [
      ...[organizationId, callId, legNo, at.repId, at.aliasId, leg.queue],
      ...[new Date(startedAt), instant(leg.answeredAt), instant(leg.endedAt)],
      ...[leg.ringSeconds, leg.talkSeconds, leg.holdSeconds, leg.wrapSeconds],
      ...[leg.talkIncludesHold, leg.handleSeconds, leg.ending, leg.endedBy],
      ...[leg.isNeutral, leg.isHandedOn, leg.isSuspect, cellId],
    ]),
  )

const stintColumns = [
  ...['organization_id', 'call_id', 'stint_no', 'alias_id', 'queue', 'answered_at', 'ended_at'],
  ...['ring_seconds', 'talk_seconds', 'hold_seconds', 'wrap_seconds', 'talk_includes_hold'],
  ...['ending', 'ended_by', 'is_neutral'],
]

/** Keeps the stints of calls whose legs do not tell them, each call's in order. */
export const copyStints = (
  transaction: Transaction,
  organizationId: number,
  calls: readonly { callId: number; stints: readonly (Stint & { aliasId: number })[] }[],
): Promise<void> =>
  copyRows(
    transaction,
    'stint',
    stintColumns,
    calls.flatMap(({ callId, stints }) =>
      stints.map((stint, place) => [
        ...[organizationId, callId, place + 1, stint.aliasId, stint.queue],
        ...[instant(stint.answeredAt), instant(stint.endedAt), stint.ringSeconds],
        ...[stint.talkSeconds, stint.holdSeconds, stint.wrapSeconds, stint.talkIncludesHold],
        ...[stint.ending, stint.endedBy, stint.isNeutral],
      ]),
    ),
  )

const offerColumns = [
  ...['organization_id', 'call_id', 'offer_no', 'rep_id', 'alias_id', 'queue'],
  ...['ring_seconds', 'result'],
]

export const copyOffers = (
  transaction: Transaction,
  organizationId: number,
  written: readonly Written[],
  placeOf: (source: string, alias: string) => AliasPlace,
): Promise<void> =>
  copyRows(
    transaction,
    'offer',
    offerColumns,
    written.flatMap((row) =>
      row.call.offers.map((offer, place) => {
        const { repId, aliasId } = placeOf(row.call.source, offer.rep)
        return [
          ...[organizationId, row.id, place + 1, repId, aliasId, offer.queue ?? null],
          ...[offer.ringSeconds ?? null, offer.result ?? 'unknown'],
        ]
      }),
    ),
  )
