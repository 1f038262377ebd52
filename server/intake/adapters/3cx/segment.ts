import { refused } from '../line-outcomes.ts'
import { type NamedRow } from '../named-row-reading.ts'
import { type RowOutcome } from '../../row-outcome.ts'
import { type WrittenTimes } from '../written-times.ts'

/** One end of a segment. `entity` says what it was there, `dnType` whose number it is. */
export type Party = {
  entity: string
  number: string | null
  dnType: string
  name: string | null
  phone: string | null
}

/** One row of cdroutput: a part of a call, from one party to another. Instants in epoch ms. */
export type Segment = {
  id: string
  source: Party
  destination: Party
  /** The segment that this one changes: it came out of it. */
  base: string | null
  method: string
  termination: string
  details: string
  continuedIn: string | null
  startedAt: number
  answeredAt: number | null
  endedAt: number | null
}

/** Reads a row, with the call it belongs to; or says why it can't be read. */
export function readSegment(
  row: NamedRow,
  times: WrittenTimes,
  zone: string | null,
): { call: string; segment: Segment } | { refusal: RowOutcome } {
  const call = row.cell('main_call_history_id') ?? row.cell('call_history_id')
  const id = row.cell('cdr_id')
  const no = (field: string, message: string, reason?: 'field_invalid') => ({
    refusal: refused(reason ?? 'field_missing', field, message, call?.slice(0, 200)),
  })
  if (call === null) return no('externalId', 'The row has no call_history_id. Export it again.')
  if (id === null) return no('externalId', 'The row has no cdr_id. Export it again.')
  const read = (column: string): number | null | { message: string } => {
    const text = row.cell(column)
    if (text === null) return null
    const instant = times.read(text, zone)
    return typeof instant === 'number' ? instant : { message: `${column}: ${instant.message}` }
  }
  const startedAt = read('cdr_started_at')
  const answeredAt = read('cdr_answered_at')
  const endedAt = read('cdr_ended_at')
  if (startedAt === null) return no('startedAt', 'The row has no cdr_started_at. Export it again.')
  if (typeof startedAt === 'object') return no('startedAt', startedAt.message, 'field_invalid')
  if (isFault(answeredAt)) return no('answeredAt', answeredAt.message, 'field_invalid')
  if (isFault(endedAt)) return no('endedAt', endedAt.message, 'field_invalid')
  const word = (column: string) => row.cell(column)?.toLowerCase() ?? ''
  const segment: Segment = {
    ...{ id, startedAt, answeredAt, endedAt },
    source: partyOf(row, 'source'),
    destination: partyOf(row, 'destination'),
    base: row.cell('base_cdr_id'),
    method: word('creation_method'),
    termination: word('termination_reason'),
    details: word('termination_reason_details'),
    continuedIn: row.cell('continued_in_cdr_id'),
  }
  return { call, segment }
}

const isFault = (read: number | null | { message: string }): read is { message: string } =>
  typeof read === 'object' && read !== null

const partyOf = (row: NamedRow, side: 'source' | 'destination'): Party => ({
  entity: row.cell(`${side}_entity_type`)?.toLowerCase() ?? '',
  number: row.cell(`${side}_dn_number`),
  dnType: row.cell(`${side}_dn_type`)?.toLowerCase() ?? '',
  name: row.cell(`${side}_dn_name`),
  phone: row.cell(`${side}_participant_phone_number`),
})

/** Somebody's phone, and not their voicemail, which has their number too. */
export const isRep = ({ entity, dnType, number }: Party): boolean =>
  entity === 'extension' && dnType === 'extension' && number !== null

export const isVoicemail = ({ entity }: Party): boolean => entity === 'voicemail'

/** Somebody who isn't in the house. */
export const isOutside = ({ entity, dnType }: Party): boolean =>
  entity === 'external_line' || dnType === 'provider' || dnType === 'bridge'

/** A queue or a group of phones, through which a call comes to somebody. */
export const isLine = ({ entity }: Party): boolean =>
  entity === 'queue' || entity.startsWith('ring_group')

/** The recorded voice, or a script that plays it. */
export const isMenu = ({ entity }: Party): boolean => entity === 'ivr' || entity === 'script'
