/** How cells stand in a line. */
export type Dialect = { delimiter: string; quote: string | null }

/** Cells; or the line ends inside a quoted cell; or its quotes can't be read. */
export type QuotedLine = { cells: string[] } | 'open' | 'broken'

/**
 * Splits the text of one row in which a quote occurs; a quoted cell may hold line ends. By hand,
 * because a library's errors for broken quotes take a thousand times as long as reading them.
 */
export function splitQuoted(text: string, { delimiter, quote }: Dialect): QuotedLine {
  if (quote === null) return { cells: text.split(delimiter) }
  const cells: string[] = []
  let at = 0
  let hasLineEnd = false
  let lineEnd = endOfLine(text, 0)
  for (;;) {
    const cell = text.startsWith(quote, at)
      ? quotedCell(text, quote, at + quote.length)
      : plainCell(text, { delimiter, quote, lineEnd }, at)
    if (typeof cell === 'string') return cell
    cells.push(cell.text)
    at = cell.next
    if (lineEnd < at) lineEnd = endOfLine(text, at)
    if (text.startsWith(delimiter, at)) at += delimiter.length
    else if (at === text.length) return hasLineEnd ? 'broken' : { cells }
    else if (text[at] !== '\n') return 'broken'
    // Two rows are none, unless nothing follows; but a quote that stays open is told first.
    else if (at + 1 === text.length) return hasLineEnd ? 'broken' : { cells }
    else {
      hasLineEnd = true
      at += 1
      lineEnd = endOfLine(text, at)
    }
  }
}

const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** A cell, and the place behind it. */
type Cell = { text: string; next: number }

/** A doubled quote is one that belongs to the cell. */
function quotedCell(text: string, quote: string, from: number): Cell | 'open' {
  let hasDoubled = false
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at)) {
    const next = at + quote.length
    if (!text.startsWith(quote, next)) {
      const cell = text.slice(from, at)
      return { text: hasDoubled ? cell.replaceAll(quote + quote, quote) : cell, next }
    }
    hasDoubled = true
    at = next + quote.length
  }
  return 'open'
}

type Bounds = { delimiter: string; quote: string; lineEnd: number }

function plainCell(text: string, bounds: Bounds, from: number): Cell | 'broken' {
  const { delimiter, quote, lineEnd } = bounds
  const end = text.indexOf(delimiter, from)
  const next = end === -1 ? lineEnd : Math.min(end, lineEnd)
  const cell = text.slice(from, next)
  return cell.includes(quote) ? 'broken' : { text: cell, next }
}
