/** A failing input is tried in shorter forms for so long. */
const millisecondsLimit = 15_000

/**
 * Takes away as much of some bytes as can be taken while something stays wrong with them: halves
 * first, then ever smaller parts.
 */
export async function shrinkBytes(
  bytes: Uint8Array,
  isWrong: (bytes: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let best = bytes
  const until = performance.now() + millisecondsLimit
  for (let size = Math.ceil(bytes.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && performance.now() < until;) {
      const shorter = Buffer.concat([best.subarray(0, at), best.subarray(at + size)])
      if (shorter.length < best.length && (await isWrong(shorter))) best = shorter
      else at += size
    }
  }
  return best
}
