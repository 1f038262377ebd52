import { type ReadLine, type ReadStop } from '../read-step.ts'
import { type FileReading, type Taken } from './file-reading.ts'
import { goesOn, lineReading } from './line-reading.ts'
import { type AssembledRow, type RowAssembler, rowAssembler } from './row-assembler.ts'
import { type Dialect } from './split-quoted.ts'

/** What becomes of a row, and of earlier ones. */
type ReadRow = (row: AssembledRow) => ReadLine[]

/** How a file of rows is cut and read. */
export type RowFormat = {
  dialectOf: (firstLine: string) => Dialect
  /** Names by position, for a file without a line of them; null: the first row names them. */
  columns: readonly string[] | null
  /** Begins to read rows of these columns, or says why they can't be read. */
  open: (
    columns: readonly string[],
    lineNumber: number,
  ) => { read: ReadRow; stop: null } | { read: null; stop: ReadStop }
  /** No row follows: what waited for others. */
  end: () => ReadLine[]
  /** What to say of a file that is no text; left out: that it should be UTF-8. */
  notText?: string
}

/** Reads a file of delimited rows, whatever reads the rows. */
export function rowReading({ dialectOf, columns, open, end, notText }: RowFormat): FileReading {
  let assembler: RowAssembler | null = null
  let read: ReadRow | null = null

  const begin = (names: readonly string[], at: number): ReadStop | null => {
    const opened = open(names, at)
    read = opened.read
    return opened.stop
  }
  const takeRows = (rows: readonly AssembledRow[]): Taken => {
    const lines: ReadLine[] = []
    for (const row of rows) {
      if (read) for (const line of read(row)) lines.push(line)
      const stop = read ? null : begin(row.cells ?? [row.text], row.lineNumber)
      if (stop) return { lines, stop }
    }
    return goesOn(lines)
  }
  const reader = {
    take: (lineNumber: number, text: string): Taken => {
      if (!assembler) {
        assembler = rowAssembler(dialectOf(text))
        const stop = columns && begin(columns, lineNumber)
        if (stop) return { lines: [], stop }
      }
      const rows: AssembledRow[] = []
      assembler.takeInto(rows, { lineNumber, text })
      return takeRows(rows)
    },
    end: (): Taken => {
      const rows: AssembledRow[] = []
      assembler?.endInto(rows)
      const { lines, stop } = takeRows(rows)
      return { lines: stop ? lines : [...lines, ...end()], stop }
    },
    breakOff: (): ReadLine[] => (read ? end() : []),
    openSince: (): number | null => assembler?.openSince() ?? null,
  }
  return lineReading(reader, notText)
}
