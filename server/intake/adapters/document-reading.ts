import { type FileReading } from '../delimited/file-reading.ts'
import { type ReadLine, type ReadStop } from '../read-step.ts'
import { openJsonDocuments, type JsonDocument } from './json-documents.ts'
import { stopAtFirstLine } from '../delimited/stop-at-first-line.ts'

/** By so many characters a file shows whether it is text. */
const charactersToJudgeBy = 4

/** What an adapter makes of documents, one after the other. */
export type DocumentReader = {
  take: (document: JsonDocument) => ReadLine[]
  end: () => ReadLine[]
}

/** Reads a file of JSON documents; the number of a line is the number of its document. */
export function documentReading(reader: DocumentReader): FileReading {
  const documents = openJsonDocuments()
  /** How the file begins, until there is enough of it to judge by; null from then on. */
  let beginning: string | null = ''
  let lastNumber = 0

  const readAll = (found: JsonDocument[]): ReadLine[] => {
    lastNumber += found.length
    return found.flatMap((document) => reader.take(document))
  }
  const judged = (text: string): { text: string; stop: ReadStop | null } => {
    if (beginning === null) return { text, stop: null }
    const known = (beginning + text).trimStart()
    beginning = known.length < charactersToJudgeBy ? known : null
    if (beginning !== null) return { text: '', stop: null }
    return { text: known, stop: stopAtFirstLine(known.slice(0, charactersToJudgeBy), 1) }
  }
  return {
    take: (piece) => {
      const { text, stop } = judged(piece)
      return stop ? { lines: [], stop } : { lines: readAll(documents.take(text)), stop: null }
    },
    end: () => {
      const rest = readAll([...documents.take(beginning ?? ''), ...documents.end()])
      const isEmpty = beginning === ''
      return { lines: [...rest, ...reader.end()], stop: isEmpty ? emptyFile : null }
    },
    breakOff: () => reader.end(),
    lineAtHand: () => lastNumber + 1,
  }
}

const emptyFile: ReadStop = {
  reason: 'empty',
  lineNumber: 1,
  message: 'The file is empty: it holds no document.',
}
