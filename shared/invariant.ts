/** States what must hold here; a broken one is a bug of ours, never of the input. */
export function invariant(holds: unknown, sentence: string): asserts holds {
  if (!holds) throw new Error(`Broken invariant: ${sentence}`)
}
