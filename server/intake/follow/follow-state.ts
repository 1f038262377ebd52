import { emptyBook, type SavedBook } from '../adapters/asterisk-queue-log/call-book.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'

/** How far a log has been read, and what of it isn't told yet. Plain JSON. */
export type FollowState = {
  /** Bytes of the file at hand that were read, whole lines of them. */
  position: number
  /** The last line that was read. */
  lineNumber: number
  fingerprint: Fingerprint
  book: SavedBook
}

/** Before the first byte of a file, with what former files have told. */
export const beginningOf = (book: SavedBook = emptyBook()): FollowState => ({
  position: 0,
  lineNumber: 0,
  fingerprint: fingerprintOf(new Uint8Array(0), 0),
  book,
})
