import { type ReadLine, type ReadStop } from '../read-step.ts'

/** What became of lines, and why the file can not be read further; null where it can. */
export type Taken = { lines: ReadLine[]; stop: ReadStop | null }

/** Reading one file: text in, lines with their outcomes out; a stop is the end of it. */
export type FileReading = {
  take: (text: string) => Taken
  /** The text is complete. */
  end: () => Taken
  /**
   * The text breaks off: what is told of calls by the lines that were complete. Left out where no
   * line waits for others; what is not complete is never taken for a whole.
   */
  breakOff?: () => ReadLine[]
  /** The line that isn't complete yet: where the file breaks off, if nothing follows. */
  lineAtHand: () => number
}
