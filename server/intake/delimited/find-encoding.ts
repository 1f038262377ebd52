import { TextDecoder } from 'node:util'
import { type DelimitedFile } from '../../../shared/intake/column-mapping.ts'

export type Encoding = NonNullable<DelimitedFile['encoding']>

/** How a text is encoded; a guess where its bytes are no UTF-8 and nothing else says what they are. */
export type FoundEncoding = { encoding: Encoding; isGuessed: boolean }

/** Said of a guess: only a person can see whether a name is spelled rightly. */
export const guessWarning =
  'The file is not in UTF-8 and was read as Windows text (windows-1252). Check names with accents or umlauts; if they are wrong, save the file as UTF-8.'

/** How much of a file's beginning is looked at. */
export const encodingHeadBytes = 65_536

/** Byte order marks, and what each says. */
const marks: readonly { bytes: readonly number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** @param head the beginning of a file */
export const markedEncoding = (head: Uint8Array): Encoding | undefined =>
  marks.find(({ bytes }) => bytes.every((byte, place) => head[place] === byte))?.encoding

/** In text of digits and Latin letters one byte of two is zero; in no other encoding is any. */
const zeroShareLeast = 0.2
const strayShareLimit = 0.02

/**
 * Tells how a text is encoded, by its mark, by where its zero bytes are, or by being UTF-8.
 *
 * @param head the beginning of a file; it may end within a character
 */
export function findEncoding(head: Uint8Array): FoundEncoding {
  const marked = markedEncoding(head)
  if (marked) return { encoding: marked, isGuessed: false }
  const even = zeroShare(head, 0)
  const odd = zeroShare(head, 1)
  if (odd >= zeroShareLeast && even <= strayShareLimit) return told('utf-16le')
  if (even >= zeroShareLeast && odd <= strayShareLimit) return told('utf-16be')
  return isUtf8(head) ? told('utf-8') : { encoding: 'latin1', isGuessed: true }
}

const told = (encoding: Encoding): FoundEncoding => ({ encoding, isGuessed: false })

function zeroShare(head: Uint8Array, from: 0 | 1): number {
  let zeros = 0
  for (let at = from; at < head.length; at += 2) if (head[at] === 0) zeros += 1
  return zeros / Math.max(1, Math.ceil((head.length - from) / 2))
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
