import { splitQuoted } from './split-quoted.ts'

const candidates = [',', ';', '\t', '|'] as const

/**
 * The delimiter that cuts a file's first line best.
 *
 * @param unfit how far cells are from what the mapping reads; 0 is a perfect fit
 */
export function findDelimiter(
  firstLine: string,
  quote: string | null,
  unfit: (cells: string[]) => number,
): string {
  const judged = candidates.map((delimiter) => {
    const cells = cellsOf(firstLine, delimiter, quote)
    return { delimiter, unfit: unfit(cells), cells: cells.length }
  })
  const [best] = judged.sort((a, b) => a.unfit - b.unfit || b.cells - a.cells)
  return best?.delimiter ?? ','
}

function cellsOf(line: string, delimiter: string, quote: string | null): string[] {
  if (quote === null || !line.includes(quote)) return line.split(delimiter)
  const found = splitQuoted(line, { delimiter, quote })
  return typeof found === 'string' ? line.split(delimiter) : found.cells
}
