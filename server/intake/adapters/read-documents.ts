import { type Cut, documentCutter } from '../../../shared/wire/documents/cut-documents.ts'
import { readJson } from '../../../shared/wire/documents/read-json.ts'
import { type FileReading } from '../delimited/file-reading.ts'
import { type ReadLine, type ReadStop } from '../read-step.ts'
import { type LineOutcome, type RowRefusal } from '../row-outcome.ts'

/** A JSON document and its number in the file, from 1. */
export type ReadDocument = { lineNumber: number; text: string; value: unknown }

/** What an adapter does with documents; it may keep some of them back until it knows more. */
export type DocumentDesk = {
  /** The lines that are decided, among them earlier ones. */
  take: (document: ReadDocument) => ReadLine[]
  /** No document follows. */
  end: () => ReadLine[]
}

/**
 * The reading of a file of JSON documents in any form (cut-documents.ts).
 *
 * @param inside name of the array that an object around the documents has them in, as answers of
 *   an API do; null: there is none
 */
export function documentReading(desk: DocumentDesk, inside: string | null = null): FileReading {
  const cutter = documentCutter(inside)
  let lineNumber = 0

  const linesOf = (cut: Cut): ReadLine[] => {
    lineNumber += 1
    const { text } = cut
    if (cut.kind === 'broken') return [refusedLine(lineNumber, text, cut.message)]
    const { value, problem } = parsed(text)
    if (problem !== null) return [refusedLine(lineNumber, text, problem)]
    return desk.take({ lineNumber, text, value })
  }
  return {
    take: (text) => ({ lines: cutter.take(text).flatMap(linesOf), stop: null }),
    end: () => {
      const { cuts, isInArray } = cutter.end()
      const lines = [...cuts.flatMap(linesOf), ...desk.end()]
      if (isInArray) return { lines, stop: brokenOff(lineNumber) }
      return { lines, stop: lineNumber === 0 ? empty : null }
    },
    breakOff: () => desk.end(),
    lineAtHand: () => lineNumber + 1,
  }
}

function parsed(text: string): { value: unknown; problem: string | null } {
  try {
    return { value: readJson(text), problem: null }
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : 'it can not be read' }
  }
}

const refusedLine = (lineNumber: number, text: string, why: string): ReadLine => ({
  ...{ lineNumber, text },
  outcome: refused({
    ...{ reason: 'malformed_json', field: null, externalId: null },
    message: `The document is not JSON: ${why}. Send it again as the phone system wrote it.`,
  }),
})

/** A refusal as an outcome. */
export const refused = (refusal: RowRefusal): LineOutcome => ({ kind: 'refused', ...refusal })

const empty: ReadStop = {
  reason: 'empty',
  lineNumber: 1,
  message: 'The file is empty: it has no JSON document.',
}

const brokenOff = (lineNumber: number): ReadStop => ({
  reason: 'broken_off',
  lineNumber,
  message: `The file breaks off after document ${lineNumber}: an array that began was never closed. The documents before it were read; transfer the file again and import it again.`,
})
