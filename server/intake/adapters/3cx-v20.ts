import { type Adapter, type AdapterSettings } from './adapter.ts'
import { recordOfSegments } from './3cx/record-of-segments.ts'
import { readSegment, type Segment } from './3cx/segment.ts'
import { gatheredCalls } from './gathered-calls.ts'
import { namedRowReading, type RowReader } from './named-row-reading.ts'
import { offsetIn, writtenTimes } from './written-times.ts'

const required = [
  ...['cdr_id', 'call_history_id', 'source_entity_type', 'source_dn_type', 'creation_method'],
  ...['destination_entity_type', 'destination_dn_type', 'destination_dn_number', 'base_cdr_id'],
  ...['continued_in_cdr_id', 'termination_reason', 'cdr_started_at', 'cdr_answered_at'],
  'cdr_ended_at',
]

/** The table cdroutput of 3CX from version 20 on, as CSV with its column names. */
export const threeCxV20: Adapter = {
  name: '3cx-v20',
  title: '3CX v20 call records (cdroutput)',
  recognizes: (head) => {
    const [firstLine = ''] = head.toLowerCase().split('\n', 1)
    return ['cdr_id', 'call_history_id', 'cdr_started_at'].every((name) => firstLine.includes(name))
  },
  // The database writes an offset; what other programs export of it may have none.
  needsTimeZone: (head) => offsetIn(head) === 'none',
  open: (settings) => namedRowReading(reader(settings)),
}

function reader(settings: AdapterSettings): RowReader {
  const times = writtenTimes('iso')
  const calls = gatheredCalls<Segment>(
    (segments, call) => recordOfSegments(segments, call, settings),
    'Sort the export by main_call_history_id.',
  )
  return {
    columns: null,
    required,
    advice: 'Export all columns of cdroutput with their names, as docs/intake/3cx.md shows.',
    take: (row) => {
      const { lineNumber, text } = row
      const read = readSegment(row, times, settings.timeZone)
      if ('refusal' in read) return [{ lineNumber, text, outcome: read.refusal }]
      return calls.take(read.call, read.segment, { lineNumber, text })
    },
    end: calls.end,
  }
}
