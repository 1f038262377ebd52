import { type Adapter, type AdapterSettings } from './adapter.ts'
import { readCsvChannel, type CsvChannel } from './freeswitch/csv-row.ts'
import { recordOfChannels } from './freeswitch/record-of-channels.ts'
import { gatheredCalls } from './gathered-calls.ts'
import { namedRowReading, type RowReader } from './named-row-reading.ts'
import { offsetIn, writtenStamp, writtenTimes } from './written-times.ts'

/** What mod_cdr_csv's template "example" writes, which is the one it comes with. */
const usualColumns = [
  ...['caller_id_name', 'caller_id_number', 'destination_number', 'context', 'start_stamp'],
  ...['answer_stamp', 'end_stamp', 'duration', 'billsec', 'hangup_cause', 'uuid', 'bleg_uuid'],
  ...['accountcode', 'read_codec', 'write_codec'],
]

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const cause = /(^|[,;\t"])[A-Z]+(_[A-Z]+)+("?[,;\t])/

/** Master.csv of FreeSWITCH's mod_cdr_csv: a row for each channel, without names of columns. */
export const freeswitchCsv: Adapter = {
  name: 'freeswitch-csv',
  title: 'FreeSWITCH mod_cdr_csv',
  recognizes: (head) => {
    const [firstLine = ''] = head.split('\n', 1)
    return [uuid, writtenStamp, cause].every((pattern) => pattern.test(firstLine))
  },
  needsTimeZone: (head) => offsetIn(head) !== 'written',
  open: (settings) => namedRowReading(reader(settings)),
}

function reader(settings: AdapterSettings): RowReader {
  const times = writtenTimes('iso')
  const calls = gatheredCalls<CsvChannel>(
    (channels) => recordOfChannels(channels, settings),
    'Put the rows of both sides of a call next to each other.',
  )
  const named = settings.names['columns']
  return {
    columns: named?.split(',').map((name) => name.trim().toLowerCase()) ?? usualColumns,
    required: ['uuid', 'start_stamp', 'caller_id_number', 'destination_number'],
    advice: "Name the columns in the order of mod_cdr_csv's template.",
    take: (row) => {
      const { lineNumber, text } = row
      const read = readCsvChannel(row, times, settings.timeZone)
      if ('refusal' in read) return [{ lineNumber, text, outcome: read.refusal }]
      return calls.take(read.other ?? read.uuid, read, { lineNumber, text })
    },
    end: calls.end,
  }
}
