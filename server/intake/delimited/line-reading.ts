import { type ReadLine, type ReadStop } from '../read-step.ts'
import { type FileReading, type Taken } from './file-reading.ts'
import { charactersPerLineLimit, lineSplitter } from './line-splitter.ts'
import { stopAtFirstLine } from './stop-at-first-line.ts'

/** What reads a file line by line, and says what became of lines, of earlier ones too. */
export type LineReader = {
  /** A line with text, or a blank one behind the first. */
  take: (lineNumber: number, text: string) => Taken
  end: () => Taken
  /** No more follows, though more was to come: a row that isn't complete is left out. */
  breakOff: () => ReadLine[]
  /** The line in which a row begins that isn't complete yet. */
  openSince: () => number | null
}

/** Lines, after which reading goes on. */
export const goesOn = (lines: ReadLine[]): Taken => ({ lines, stop: null })

/**
 * The reading of a file of lines: cut from pieces of text, and stopped where it is no such file.
 *
 * @param notText what to say of a file that is no text; left out: that it should be UTF-8
 */
export function lineReading(reader: LineReader, notText?: string): FileReading {
  const splitter = lineSplitter()
  let lineNumber = 0
  let isBegun = false

  const takeLine = (text: string): Taken => {
    lineNumber += 1
    // What the lines before it tell is told all the same.
    if (text.length > charactersPerLineLimit) return { ...reader.end(), stop: tooLong(lineNumber) }
    if (isBegun) return reader.take(lineNumber, text)
    if (text.trim() === '') return goesOn([])
    const stop = stopAtFirstLine(text, lineNumber, notText)
    if (stop) return { lines: [], stop }
    isBegun = true
    return reader.take(lineNumber, text.replace(/^\uFEFF/, ''))
  }
  const takeAll = (texts: readonly string[]): Taken => {
    const lines: ReadLine[] = []
    for (const text of texts) {
      const taken = takeLine(text)
      for (const line of taken.lines) lines.push(line)
      if (taken.stop) return { lines, stop: taken.stop }
    }
    return goesOn(lines)
  }
  const isRestTooLong = (): boolean => splitter.rest().length > charactersPerLineLimit
  return {
    take: (text) => {
      const { lines, stop } = takeAll(splitter.take(text))
      if (stop || !isRestTooLong()) return { lines, stop }
      return { lines: [...lines, ...reader.end().lines], stop: tooLong(lineNumber + 1) }
    },
    end: () => {
      const { lines, stop } = takeAll(splitter.rest() === '' ? [] : [splitter.rest()])
      if (stop || !isBegun) return { lines, stop: stop ?? emptyFile }
      const last = reader.end()
      return { lines: [...lines, ...last.lines], stop: last.stop }
    },
    breakOff: () => (isBegun ? reader.breakOff() : []),
    lineAtHand: () => reader.openSince() ?? lineNumber + 1,
  }
}

const emptyFile: ReadStop = {
  reason: 'empty',
  lineNumber: 1,
  message: 'The file is empty: it has no line with text.',
}

const tooLong = (lineNumber: number): ReadStop => ({
  reason: 'line_too_long',
  lineNumber,
  message: `Line ${lineNumber} has more than ${charactersPerLineLimit} characters. Check that the file has one call per line, and its encoding.`,
})
