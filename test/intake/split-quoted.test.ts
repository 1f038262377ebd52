import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitQuoted } from '../../server/intake/delimited/split-quoted.ts'

/** What the library says of a row, a second opinion. */
function byLibrary(text: string, delimiter: string, quote: string) {
  try {
    const rows = parse(text, {
      ...{ delimiter, quote, escape: quote, record_delimiter: '\n' },
      ...{ relax_column_count: true, max_record_size: 0 },
    })
    return rows[0] && rows.length === 1 ? { cells: rows[0] } : 'broken'
  } catch (error) {
    return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken'
  }
}

describe('a row with quotes', () => {
  it('has the cells that the library finds, whatever stands where', () => {
    const rows = fc.string({
      unit: fc.constantFrom('a', '"', '""', ',', ';', ' ', '\n', '\r', '","', 'é', "'"),
      minLength: 1,
      maxLength: 14,
    })
    const dialects = fc.constantFrom([',', '"'], [';', '"'], [',', "'"])
    const property = fc.property(rows, dialects, (row, [delimiter = ',', quote = '"']) => {
      fc.pre(row.includes(quote))
      expect(splitQuoted(row, { delimiter, quote })).toEqual(byLibrary(row, delimiter, quote))
    })
    fc.assert(property, { numRuns: 20_000 })
  })
})
