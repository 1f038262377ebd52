import { type CallRecord } from '../../../../shared/calls/call-record.ts'
import { outsideNumber } from '../outside-number.ts'
import { type AdapterSettings } from '../adapter.ts'
import { instantOrNull, instantText } from '../times.ts'
import { legacyLegs } from './legacy-legs.ts'
import { type LegacyRow } from './legacy-row.ts'

/** The record of one line of 3CX's CDR service. */
export function recordOfLegacyRow(row: LegacyRow, settings: AdapterSettings): CallRecord {
  const { direction, to } = row
  const legs = legacyLegs(row)
  const queue = to.kind === 'line' ? to.dn : null
  return {
    source: settings.source,
    externalId: row.externalId,
    version: null,
    startedAt: instantText(row.startedAt),
    answeredAt: legs[0]?.answeredAt ?? null,
    endedAt: instantOrNull(row.endedAt),
    direction,
    queue,
    issue: settings.names['issue'] === 'queue' ? queue : null,
    customer: customerOf(row, settings.country),
    abandoned: direction === 'inbound' && legs.length === 0 && !isSentOn(row),
    queueSeconds: null,
    legs,
  }
}

/** A call that somebody outside or a voicemail took over was not left by the customer. */
const isSentOn = ({ to, final }: LegacyRow): boolean =>
  [to, final].some(({ kind }) => kind === 'outside' || kind === 'voicemail')

function customerOf({ direction, from, to, final }: LegacyRow, country: string | null) {
  if (direction === 'internal') return null
  const { number } = direction === 'inbound' ? from : to.kind === 'outside' ? to : final
  return number === null ? null : outsideNumber(number, country)
}
