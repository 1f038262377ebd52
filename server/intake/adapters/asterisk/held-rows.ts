import { type AssembledRow, rowAssembler } from '../../delimited/row-assembler.ts'
import { type LocalSample } from './derive-offset.ts'
import { type LocalTimes } from './local-times.ts'
import { ownText } from './own-text.ts'

/** Rows that wait until the time zone is known; then what they tell has to do. */
const heldRowsLimit = 2_000

/**
 * Rows of delimited text whose times are local: the first ones wait until enough of them have told
 * the time zone.
 *
 * @param sampleOf what a row tells of it; null for most
 */
export function holdRows<Read>(
  delimiter: string,
  times: LocalTimes,
  sampleOf: (cells: readonly string[]) => LocalSample | null,
  read: (row: AssembledRow) => Read[],
) {
  const assembler = rowAssembler({ delimiter, quote: '"' })
  const held: AssembledRow[] = []

  const hear = ({ cells }: AssembledRow): void => {
    const sample = cells === null ? null : sampleOf(cells)
    if (sample) times.hear(sample)
  }
  const release = (): Read[] => held.splice(0).flatMap(read)
  const takeRows = (rows: readonly AssembledRow[]): Read[] => {
    const found: Read[] = []
    for (const row of rows) {
      const own = { ...row, text: ownText(row.text) }
      if (times.isDecided()) {
        found.push(...read(own))
        continue
      }
      hear(own)
      held.push(own)
      if (held.length >= heldRowsLimit) times.decide()
      if (times.isDecided()) found.push(...release())
    }
    return found
  }
  return {
    take: (lineNumber: number, text: string): Read[] => {
      const rows: AssembledRow[] = []
      assembler.takeInto(rows, { lineNumber, text })
      return takeRows(rows)
    },
    end: (): Read[] => {
      const rows: AssembledRow[] = []
      assembler.endInto(rows)
      const found = takeRows(rows)
      times.decide()
      return [...found, ...release()]
    },
    openSince: () => assembler.openSince() ?? held[0]?.lineNumber ?? null,
  }
}
