import { type LineOutcome } from './row-outcome.ts'

/** One row of a file: the line it begins in (from 1, header included), its text, its outcome. */
export type ReadLine = { lineNumber: number; text: string; outcome: LineOutcome }

/** Why a whole file, or the rest of it, can't be read. The rows before it have been given. */
export type ReadStop = {
  reason:
    | 'empty'
    | 'not_text'
    | 'workbook_unreadable'
    | 'columns_missing'
    | 'columns_doubled'
    | 'line_too_long'
    | 'broken_off'
  lineNumber: number
  /** What is wrong and what to do, for a person. */
  message: string
}

/** What reading a file gives, piece by piece; a stop is always the last. */
export type ReadStep = { kind: 'lines'; lines: ReadLine[] } | ({ kind: 'stopped' } & ReadStop)
