import {
  depthPerDocumentLimit,
  isBlank,
  isOpening,
  jsonScanner,
  textScanner,
} from './json-scanner.ts'

/** A longer document is refused; it is not held in memory. */
export const charactersPerDocumentLimit = 4_000_000
/** How much of a document that is too long is kept, to show which one it was. */
const charactersShown = 200

/** One document of several: what it says, or why it can't be read. Numbers count from 1. */
export type JsonDocument = { number: number; text: string } & (
  { value: unknown; problem: null } | { value: null; problem: string }
)

export type JsonDocuments = {
  take: (text: string) => JsonDocument[]
  /** The text is complete. */
  end: () => JsonDocument[]
}

/** What is being read: an object or a list, or a word that stands where one is looked for. */
type Piece = { kind: 'between' } | Document
type Document =
  | { kind: 'document'; scanner: ReturnType<typeof jsonScanner> }
  | { kind: 'word'; scanner: ReturnType<typeof textScanner> }

const lineFeed = 10
const comma = 44
const openList = 91
const closeList = 93
const byteOrderMark = 0xfeff

/**
 * Cuts text that comes in pieces into JSON documents: one after the other with or without
 * something between them, one a line, or the members of a list at the top. Every character is
 * looked at once. A broken document costs itself, and reading goes on where the next one begins.
 */
export function openJsonDocuments(): JsonDocuments {
  let number = 0
  let isInList = false
  let piece: Piece = { kind: 'between' }
  let held = heldText()

  const close = (at: Document, isBroken: boolean): JsonDocument => {
    number += 1
    const isTooDeep = at.kind === 'document' && at.scanner.isTooDeep()
    const text = held.text().trim()
    const problem = held.isTooLong() ? tooLong : isTooDeep ? tooDeep : isBroken ? notJson : null
    piece = { kind: 'between' }
    held = heldText()
    return problem === null ? { number, text, ...parsed(text) } : { number, text, ...no(problem) }
  }
  const beginAt = (code: number): Piece => {
    if (isBlank(code) || code === comma || code === byteOrderMark) return piece
    if ((code === openList && !isInList) || (code === closeList && isInList)) {
      isInList = !isInList
      return piece
    }
    return isOpening(code)
      ? { kind: 'document', scanner: jsonScanner() }
      : { kind: 'word', scanner: textScanner() }
  }
  const stepOf = (at: Document, code: number) => {
    if (at.kind === 'document') return at.scanner.step(code)
    if (code === lineFeed) return 'ends before'
    if (at.scanner.holds(code)) return 'on'
    const isNext = isOpening(code) || (isInList && (code === comma || code === closeList))
    return isNext ? 'ends before' : 'on'
  }

  return {
    take: (text) => {
      const documents: JsonDocument[] = []
      let from = 0
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        if (piece.kind === 'between') {
          piece = beginAt(code)
          from = at
        }
        if (piece.kind === 'between') continue
        const step = stepOf(piece, code)
        if (step === 'on') continue
        const isBefore = step === 'broken before' || step === 'ends before'
        // What ends before a character leaves it to what comes next.
        if (isBefore) at -= 1
        held.add(text.slice(from, at + 1))
        documents.push(close(piece, step === 'broken' || step === 'broken before'))
      }
      if (piece.kind !== 'between') held.add(text.slice(from))
      return documents
    },
    end: () => {
      const documents = piece.kind === 'between' ? [] : [close(piece, piece.kind === 'document')]
      if (isInList) {
        number += 1
        documents.push({ number, text: '', ...no(listBreaksOff) })
      }
      isInList = false
      return documents
    },
  }
}

/** What has been read of a document, up to the limit. */
function heldText() {
  let text = ''
  let isTooLong = false
  return {
    add: (more: string): void => {
      if (isTooLong) return
      isTooLong = text.length + more.length > charactersPerDocumentLimit
      text = isTooLong ? (text + more).slice(0, charactersShown) : text + more
    },
    text: () => text,
    isTooLong: () => isTooLong,
  }
}

type Parsed = { value: unknown; problem: null } | { value: null; problem: string }

const no = (problem: string): Parsed => ({ value: null, problem })

function parsed(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown, problem: null }
  } catch {
    return no(notJson)
  }
}

const notJson =
  'This is not a complete JSON document. Transfer the file again, or take this part out of it.'
const tooLong = `This document has more than ${charactersPerDocumentLimit} characters. Check that the file is an export of calls, and that its quotes are closed.`
const tooDeep = `This document nests objects more than ${depthPerDocumentLimit} deep, which no phone system does. Check what wrote it.`
const listBreaksOff =
  'The list that the file holds is never closed: the file breaks off here. Transfer it again.'
