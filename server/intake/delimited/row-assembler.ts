import { splitQuoted, type Dialect } from './split-quoted.ts'

/** A quoted cell may run over this many lines; more is taken for a quote nobody closed. */
const linesPerRowLimit = 200
const charactersPerRowLimit = 100_000

/** A row of the file: its cells, or why it has none. `text` is what stood there. */
export type AssembledRow = { lineNumber: number; text: string } & (
  { cells: string[]; message: null } | { cells: null; message: string }
)

type Line = { lineNumber: number; text: string }

export type RowAssembler = {
  /** Takes the next line; adds the rows that became complete. Blank lines are no rows. */
  takeInto: (rows: AssembledRow[], line: Line) => void
  /** No line follows: adds what was still open. */
  endInto: (rows: AssembledRow[]) => void
  /** The line in which a row begins that isn't complete yet. */
  openSince: () => number | null
}

/**
 * Makes rows of lines. A quoted cell may run over lines; where a quote is never closed or
 * stands where none may, only the line it begins in is refused and reading goes on behind it.
 */
export function rowAssembler(dialect: Dialect): RowAssembler {
  const { delimiter, quote } = dialect
  let held: Line[] = []

  const takeInto = (rows: AssembledRow[], line: Line): void => {
    const { lineNumber, text: added } = line
    const hasQuote = quote !== null && added.includes(quote)
    if (held.length === 0 && !hasQuote) {
      if (added.trim() === '') return
      rows.push({ lineNumber, text: added, cells: added.split(delimiter), message: null })
      return
    }
    held.push(line)
    const text = held.map((one) => one.text).join('\n')
    const beyond = held.length > linesPerRowLimit || text.length > charactersPerRowLimit
    const found = beyond ? 'broken' : hasQuote ? splitQuoted(text, dialect) : 'open'
    if (found === 'open') return
    if (found === 'broken') {
      giveUpInto(rows)
      return
    }
    rows.push({ lineNumber: held[0]?.lineNumber ?? lineNumber, text, ...found, message: null })
    held = []
  }

  const giveUpInto = (rows: AssembledRow[]): void => {
    const [first, ...rest] = held
    held = []
    if (!first) return
    rows.push({
      ...first,
      cells: null,
      message: `A quote (${quote ?? ''}) in this line is never closed, or stands inside a cell that doesn't begin with one; double it, or set file.quote to null in the mapping.`,
    })
    for (const line of rest) takeInto(rows, line)
  }

  return {
    takeInto,
    endInto: (rows) => {
      while (held.length > 0) giveUpInto(rows)
    },
    openSince: () => held[0]?.lineNumber ?? null,
  }
}
