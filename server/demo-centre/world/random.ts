/** Uniform numbers in [0, 1), the same ones for the same seed. */
export type Random = () => number

/**
 * A seeded generator: sfc32 ("small fast counter", Chris Doty-Humphrey, PractRand, public
 * domain), 128 bits of state, a period of at least 2^32 from any seed. The words of the seed are
 * spread over the state with the finalizer of MurmurHash3 (Austin Appleby, public domain), so
 * that neighbouring days and neighbouring reps get streams that have nothing in common.
 *
 * @param words whole numbers that name the stream: seed, day, purpose
 */
export function seededRandom(...words: readonly number[]): Random {
  let hash = 0x9e3779b9
  for (const word of words) hash = spread(hash ^ spread(word + 0x85ebca6b))
  let a = hash
  let b = spread(hash + 0x9e3779b9)
  let c = spread(hash + 0x3c6ef372)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4_294_967_296
  }
  // The first outputs still show the seed's pattern; the author's own seeding drops twelve.
  for (let round = 0; round < 12; round += 1) next()
  return next
}

/** One whole number from another, every bit of it depending on every bit. */
function spread(word: number): number {
  let mixed = word | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
