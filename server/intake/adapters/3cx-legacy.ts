import { type Adapter, type AdapterSettings } from './adapter.ts'
import { readLegacyRow, writtenZone } from './3cx/legacy-row.ts'
import { recordOfLegacyRow } from './3cx/record-of-legacy-row.ts'
import { checked } from './line-outcomes.ts'
import { namedRowReading, type RowReader } from './named-row-reading.ts'
import { writtenTimes } from './written-times.ts'

/** The order in which 3CX offers its fields; whoever set the output up may have another. */
export const legacyColumns = [
  ...['historyid', 'callid', 'duration', 'time_start', 'time_answered', 'time_end'],
  ...['reason_terminated', 'from_no', 'to_no', 'from_dn', 'to_dn', 'dial_no', 'reason_changed'],
  ...['final_number', 'final_dn', 'bill_code', 'bill_rate', 'bill_cost', 'bill_name', 'chain'],
  ...['from_type', 'to_type', 'final_type', 'from_dispname', 'to_dispname', 'final_dispname'],
  'missed_queue_calls',
] as const

/** Lines of 3CX's CDR service, in a file or from its socket. They name no columns. */
export const threeCxLegacy: Adapter = {
  name: '3cx-legacy',
  title: '3CX call records (before v20)',
  timeZone: writtenZone,
  recognizes: (head) => {
    const [firstLine = ''] = head.split('\n', 1)
    return (
      /(^|[,;\t"])\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}/.test(firstLine) &&
      /^\uFEFF?"?Call \d+|Chain: |TerminatedBy(Src|Dst)|_participant_terminated/.test(firstLine)
    )
  },
  open: (settings) => namedRowReading(reader(settings)),
}

function reader(settings: AdapterSettings): RowReader {
  const times = writtenTimes('YYYY/MM/DD HH:mm:ss', 'iso')
  return {
    columns: columnsOf(settings.names['columns']),
    required: ['historyid', 'time_start', 'time_end', 'from_no'],
    advice:
      'Name the fields in the order in which they are set up in 3CX, as docs/intake/3cx.md shows.',
    take: (row) => {
      const { lineNumber, text } = row
      const read = readLegacyRow(row, times, settings.timeZone)
      if ('refusal' in read) return [{ lineNumber, text, outcome: read.refusal }]
      return [
        { lineNumber, text, outcome: checked(recordOfLegacyRow(read, settings), settings.now) },
      ]
    },
    end: () => [],
  }
}

/** 3CX writes time-start on its screen and time_start elsewhere; both are one. */
const columnsOf = (named: string | undefined): readonly string[] =>
  named === undefined
    ? legacyColumns
    : named.split(',').map((name) => name.trim().toLowerCase().replaceAll('-', '_'))
