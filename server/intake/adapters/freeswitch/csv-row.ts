import { type RowOutcome } from '../../row-outcome.ts'
import { quoted, refused } from '../line-outcomes.ts'
import { type NamedRow } from '../named-row-reading.ts'
import { type WrittenTimes } from '../written-times.ts'

/** One channel, as mod_cdr_csv writes it. Instants are epoch milliseconds. */
export type CsvChannel = {
  uuid: string
  /** The channel it was bridged to; null where it was to none, or is the one bridged to. */
  other: string | null
  caller: string | null
  dialled: string
  context: string
  startedAt: number
  answeredAt: number | null
  endedAt: number | null
  /** Made by the switch: FreeSWITCH gives such a channel this name if nobody gives another. */
  isNamedOutbound: boolean
  cause: string
}

const lostSeconds = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4} \d{1,2}:\d{2}( ?[AP]M)?$/i

/** Reads a row; or says why it can't be read. */
export function readCsvChannel(
  row: NamedRow,
  times: WrittenTimes,
  zone: string | null,
): CsvChannel | { refusal: RowOutcome } {
  const uuid = row.cell('uuid')
  const no = (reason: Reason, field: string, message: string) => ({
    refusal: refused(reason, field, message, uuid?.slice(0, 200)),
  })
  if (uuid === null) {
    return no(
      'field_missing',
      'externalId',
      'The row has no uuid. Name the columns in their order.',
    )
  }
  const instants: (number | null)[] = []
  for (const [column, field] of timeColumns) {
    const text = row.cell(column)
    if (text !== null && lostSeconds.test(text)) {
      const message = `${quoted(text)} in ${column} has no seconds: a spreadsheet has saved this file anew and dropped them. Import the file that FreeSWITCH wrote.`
      return no('field_invalid', field, message)
    }
    const instant = text === null ? null : times.read(text, zone)
    if (instant !== null && typeof instant !== 'number') {
      return no(instant.reason, field, `${column}: ${instant.message}`)
    }
    instants.push(instant)
  }
  const [startedAt = null, answeredAt = null, endedAt = null] = instants
  if (startedAt === null) {
    return no('field_missing', 'startedAt', 'The row has no start_stamp. Export it again.')
  }
  return {
    ...{ uuid, startedAt, answeredAt, endedAt },
    other: row.cell('bleg_uuid'),
    caller: row.cell('caller_id_number'),
    dialled: row.cell('destination_number') ?? '',
    context: row.cell('context') ?? '',
    isNamedOutbound: row.cell('caller_id_name') === 'Outbound Call',
    cause: row.cell('hangup_cause') ?? '',
  }
}

const timeColumns = [
  ['start_stamp', 'startedAt'],
  ['answer_stamp', 'answeredAt'],
  ['end_stamp', 'endedAt'],
] as const

type Reason = Extract<RowOutcome, { kind: 'refused' }>['reason']
