import { type RowOutcome } from '../row-outcome.ts'
import { type Adapter, type AdapterSettings } from './adapter.ts'
import { recordOfCsvRow } from './aircall/record-of-csv-row.ts'
import { namedRowReading, type RowReader } from './named-row-reading.ts'
import { writtenTimes } from './written-times.ts'

/** Names that every export of Aircall's call history has had. */
const required = ['direction', 'from', 'to', 'duration (in call)']
/** Names that tell it from other phone systems' exports. */
const telling = ['line', 'answered', 'user', 'duration (total)', 'number timezone']
const tellingEnough = 3

/** Aircall's call history as its dashboard exports it; columns are found by their names. */
export const aircallCsv: Adapter = {
  name: 'aircall-csv',
  title: 'Aircall call history',
  recognizes: (head) => {
    const [firstLine = ''] = head.split('\n', 1)
    const names = new Set(
      firstLine.split(/[,;\t]/).map((name) =>
        name
          .replaceAll(/["\uFEFF]/g, '')
          .trim()
          .toLowerCase(),
      ),
    )
    const count = telling.filter((name) => names.has(name)).length
    return required.every((name) => names.has(name)) && count >= tellingEnough
  },
  open: (settings) => namedRowReading(reader(settings)),
}

function reader(settings: AdapterSettings): RowReader {
  const times = writtenTimes('iso')
  return {
    columns: null,
    required,
    advice: "Export the call history from Aircall's dashboard again, with all its columns.",
    take: (row) => {
      const { lineNumber, text } = row
      const outcome: RowOutcome = recordOfCsvRow(row, times, settings)
      return [{ lineNumber, text, outcome }]
    },
    end: () => [],
  }
}
