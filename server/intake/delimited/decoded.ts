import { TextDecoder } from 'node:util'
import {
  type Encoding,
  encodingHeadBytes,
  findEncoding,
  type FoundEncoding,
  markedEncoding,
} from './find-encoding.ts'

/**
 * The text of a stream of bytes. What can't be decoded becomes U+FFFD, for the reader to see.
 *
 * @param encoding what it is where it has no byte order mark; null: as the first bytes say
 * @param tell hears what was found where it had to be found
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding | null,
  tell: (found: FoundEncoding) => void = () => undefined,
): AsyncGenerator<string, void> {
  let decoder: TextDecoder | null = null
  for await (const chunk of encoding === null ? headed(bytes, encodingHeadBytes) : bytes) {
    decoder ??= decoderFor(chunk, encoding, tell)
    // Without `stream`, some versions of Node read windows-1252 as if it were ISO 8859-1.
    yield decoder.decode(chunk, { stream: true })
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}

function decoderFor(
  head: Uint8Array,
  encoding: Encoding | null,
  tell: (found: FoundEncoding) => void,
): TextDecoder {
  if (encoding !== null) return new TextDecoder(markedEncoding(head) ?? encoding)
  const found = findEncoding(head)
  tell(found)
  return new TextDecoder(found.encoding)
}

/** The same bytes, of which the first piece has as many as asked for, if there are. */
async function* headed(
  bytes: AsyncIterable<Uint8Array>,
  headBytes: number,
): AsyncGenerator<Uint8Array, void> {
  let begun: Uint8Array[] | null = []
  let length = 0
  try {
    for await (const chunk of bytes) {
      if (begun === null) {
        yield chunk
        continue
      }
      begun.push(chunk)
      length += chunk.length
      if (length < headBytes) continue
      const head = Buffer.concat(begun)
      begun = null
      yield head
    }
  } catch (error) {
    // What came before the stream broke is still given.
    if (begun !== null && length > 0) yield Buffer.concat(begun)
    throw error
  }
  if (begun !== null && length > 0) yield Buffer.concat(begun)
}
