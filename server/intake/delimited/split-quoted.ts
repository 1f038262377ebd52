import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'

/** How cells stand in a line. */
export type Dialect = { delimiter: string; quote: string | null }

/** Cells; or the line ends inside a quoted cell; or its quotes can't be read. */
export type QuotedLine = { cells: string[] } | 'open' | 'broken'

/** Splits the text of one row in which a quote occurs; a quoted cell may hold line ends. */
export function splitQuoted(text: string, { delimiter, quote }: Dialect): QuotedLine {
  try {
    const rows = parse(text, {
      delimiter,
      quote,
      escape: quote,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: 0,
    })
    const [cells] = rows
    return cells && rows.length === 1 ? { cells } : 'broken'
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken'
  }
}
