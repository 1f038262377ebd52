/** A line longer than this is no row of cells; it is held in memory as a whole. */
export const charactersPerLineLimit = 1_000_000

/** Cuts text that comes in pieces into lines, at \n or \r\n. */
export type LineSplitter = {
  /** The lines that became complete, without their ends. */
  take: (text: string) => string[]
  /** What stands behind the last line end. */
  rest: () => string
}

export function lineSplitter(): LineSplitter {
  let rest = ''
  return {
    take: (text) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      return lines.map(withoutReturn)
    },
    rest: () => withoutReturn(rest),
  }
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
