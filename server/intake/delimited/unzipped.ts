import { createGunzip } from 'node:zlib'

/** Input is handed to the gunzip in pieces of this size, so what comes out at once is bounded. */
const sliceBytes = 16_384
const outputBytes = 65_536

/**
 * The bytes of a stream, gunzipped where it begins as gzip does. What was readable before a
 * broken place is given before the error is thrown.
 *
 * @throws Error of the stream or of zlib, such as "unexpected end of file"
 */
export async function* unzipped(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const pieces = slices(bytes)
  try {
    const first = await pieces.next()
    if (first.done) return
    const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b
    if (!isGzip) yield first.value
    yield* isGzip ? gunzipped(first.value, pieces) : pieces
  } finally {
    await pieces.return()
  }
}

/** Gzip is told by two bytes, an encoding by three: the first piece has that many, if there are. */
const markBytes = 3

/** Pieces of bounded size. */
async function* slices(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let begun: Uint8Array | null = new Uint8Array(0)
  for await (const chunk of bytes) {
    const whole: Uint8Array = begun && begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk
    if (begun && whole.length < markBytes) {
      begun = whole
      continue
    }
    begun = null
    for (let at = 0; at < whole.length; at += sliceBytes) yield whole.subarray(at, at + sliceBytes)
  }
  if (begun && begun.length > 0) yield begun
}

async function* gunzipped(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: outputBytes })
  const ready: Uint8Array[] = []
  const broken: Error[] = []
  gunzip.on('data', (chunk: Uint8Array) => ready.push(chunk))
  gunzip.on('error', (error) => broken.push(error))
  const closed = new Promise<void>((resolve) => {
    gunzip.once('close', resolve)
  })
  /** A damaged piece closes the gunzip and is never called back. */
  const written = async (piece: Uint8Array) => {
    const taken = new Promise<void>((resolve) => {
      gunzip.write(piece, () => {
        resolve()
      })
    })
    await Promise.race([taken, closed])
    return ready.splice(0)
  }
  try {
    yield* await written(first)
    for await (const piece of rest) {
      if (broken.length > 0) break
      yield* await written(piece)
    }
    gunzip.end()
    await closed
    yield* ready
    const [error] = broken
    if (error) throw error
  } finally {
    gunzip.destroy()
  }
}
