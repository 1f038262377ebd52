import { type Direction } from '../../../../shared/calls/words.ts'
import { type RowOutcome } from '../../row-outcome.ts'
import { refused } from '../line-outcomes.ts'
import { type NamedRow } from '../named-row-reading.ts'
import { type WrittenTimes } from '../written-times.ts'
import { legacyParty, type LegacyParty } from './legacy-parties.ts'

/** A line of 3CX's CDR service: one call, as it began and as it ended. Instants in epoch ms. */
export type LegacyRow = {
  externalId: string
  direction: Direction
  from: LegacyParty
  /** Whom the call reached first, and who had it at the end, where that was somebody else. */
  to: LegacyParty
  final: LegacyParty
  startedAt: number
  answeredAt: number | null
  endedAt: number | null
  /** reason_terminated and reason_changed, in small letters. */
  terminated: string
  changed: string
}

const checkOrder = 'Check that the fields are named in the order in which they are set up in 3CX.'

const timeColumns = [
  ['time_start', 'startedAt'],
  ['time_answered', 'answeredAt'],
  ['time_end', 'endedAt'],
] as const

/** The service writes UTC, wherever the phone system stands. */
export const writtenZone = 'UTC'

/**
 * Reads a line; or says why it can't be read.
 *
 * @param zone IANA, where somebody has said that their times are not UTC; else null
 */
export function readLegacyRow(
  row: NamedRow,
  times: WrittenTimes,
  zone: string | null,
): LegacyRow | { refusal: RowOutcome } {
  const history = row.cell('historyid')?.replace(/^Call /, '') ?? ''
  const callId = row.cell('callid') ?? ''
  const externalId = [history, callId].filter((part) => part !== '').join('/')
  const no = (reason: Reason, field: string, message: string) => ({
    refusal: refused(reason, field, `${message} ${checkOrder}`, externalId.slice(0, 200) || null),
  })
  if (externalId === '') return no('field_missing', 'externalId', 'The line has no historyid.')
  const read = { startedAt: null, answeredAt: null, endedAt: null } as Record<Moment, number | null>
  for (const [column, field] of timeColumns) {
    const text = row.cell(column)
    const instant = text === null ? null : times.read(text, zone ?? writtenZone)
    if (instant !== null && typeof instant !== 'number') {
      return no(instant.reason, field, `${column}: ${instant.message}`)
    }
    read[field] = instant
  }
  const { startedAt } = read
  if (startedAt === null) return no('field_missing', 'startedAt', 'The line has no time_start.')
  const from = legacyParty(row, 'from')
  const to = legacyParty(row, 'to')
  const final = legacyParty(row, 'final')
  const direction = directionOf(from, to, final)
  if (direction === null) {
    return no('field_missing', 'direction', 'Neither from_type nor from_no tells who called.')
  }
  return {
    ...{ externalId, direction, from, to, final },
    ...{ ...read, startedAt },
    terminated: row.cell('reason_terminated')?.toLowerCase() ?? '',
    changed: row.cell('reason_changed')?.toLowerCase() ?? '',
  }
}

type Moment = (typeof timeColumns)[number][1]
type Reason = Extract<RowOutcome, { kind: 'refused' }>['reason']

function directionOf(from: LegacyParty, to: LegacyParty, final: LegacyParty): Direction | null {
  if (from.kind === 'outside') return 'inbound'
  if (from.kind === 'unknown') return null
  return to.kind === 'outside' || final.kind === 'outside' ? 'outbound' : 'internal'
}
