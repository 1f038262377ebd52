import { type FileReading } from '../../delimited/file-reading.ts'
import { charactersPerLineLimit, lineSplitter } from '../../delimited/line-splitter.ts'
import { stopAtFirstLine } from '../../delimited/stop-at-first-line.ts'
import { type ReadLine, type ReadStop } from '../../read-step.ts'

/** What reads a file line by line. */
export type LineReader = {
  /** A line with text, or a blank one behind the first: what became of it and of earlier ones. */
  take: (lineNumber: number, text: string) => ReadLine[]
  end: () => ReadLine[]
  /** No more follows, though more was to come: a row that isn't complete is left out. */
  breakOff: () => ReadLine[]
  /** The line in which a row begins that isn't complete yet. */
  openSince: () => number | null
}

/** The reading of a file of lines: cut from pieces of text, and stopped where it is no such file. */
export function lineReading(reader: LineReader): FileReading {
  const splitter = lineSplitter()
  let lineNumber = 0
  let isBegun = false

  /** What the lines before it tell is told all the same. */
  const stopped = (lines: readonly ReadLine[]) => ({
    lines: [...lines, ...reader.end()],
    stop: lineTooLong(lineNumber),
  })
  const takeAll = (texts: readonly string[]): ReturnType<FileReading['take']> => {
    const lines: ReadLine[] = []
    for (const text of texts) {
      lineNumber += 1
      if (text.length > charactersPerLineLimit) return stopped(lines)
      if (!isBegun && text.trim() === '') continue
      const stop = isBegun ? null : stopAtFirstLine(text, lineNumber)
      if (stop) return { lines, stop }
      const line = isBegun ? text : text.replace(/^\uFEFF/, '')
      isBegun = true
      for (const each of reader.take(lineNumber, line)) lines.push(each)
    }
    return { lines, stop: null }
  }
  return {
    take: (text) => {
      const taken = takeAll(splitter.take(text))
      if (taken.stop || splitter.rest().length <= charactersPerLineLimit) return taken
      lineNumber += 1
      return stopped(taken.lines)
    },
    end: () => {
      const taken = takeAll(splitter.rest() === '' ? [] : [splitter.rest()])
      if (taken.stop) return taken
      if (!isBegun) return { ...taken, stop: emptyFile }
      return { lines: [...taken.lines, ...reader.end()], stop: null }
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

const lineTooLong = (lineNumber: number): ReadStop => ({
  reason: 'line_too_long',
  lineNumber,
  message: `Line ${lineNumber} has more than ${charactersPerLineLimit} characters. Check that the file is what it should be, and its encoding.`,
})
