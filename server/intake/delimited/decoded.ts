import { TextDecoder } from 'node:util'
import { type DelimitedFile } from '../../../shared/intake/column-mapping.ts'

type Encoding = NonNullable<DelimitedFile['encoding']>

/** Byte order marks, and what each says; it outweighs what the mapping says. */
const marks: readonly { bytes: readonly number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** The text of a stream of bytes. What can't be decoded becomes U+FFFD, for the reader to see. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void> {
  let decoder: TextDecoder | null = null
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(markedEncoding(chunk) ?? encoding)
    yield decoder.decode(chunk, { stream: true })
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}

const markedEncoding = (chunk: Uint8Array) =>
  marks.find(({ bytes }) => bytes.every((byte, place) => chunk[place] === byte))?.encoding
