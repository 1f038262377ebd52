import { laterOf } from '../../shared/floor/presence.ts'

/** What is held after some words on reps or calls, and how many of them said something newer. */
export type Folded<W> = { changed: W[]; accepted: number }

/**
 * Takes words in their order of arrival. Which one holds in the end does not depend on that order;
 * how many were news does.
 *
 * @param known what is held of those concerned
 * @param keyOf which rep or call a word is on
 */
export function foldWords<W extends { state: S; at: number }, S extends string>(
  known: readonly W[],
  words: readonly W[],
  keyOf: (word: W) => string,
  order: readonly S[],
): Folded<W> {
  const held = new Map(known.map((word) => [keyOf(word), word]))
  const changed = new Map<string, W>()
  let accepted = 0
  for (const word of words) {
    const key = keyOf(word)
    const before = held.get(key)
    if (before && laterOf(before, word, order) === before) continue
    accepted += 1
    held.set(key, word)
    changed.set(key, word)
  }
  return { changed: [...changed.values()], accepted }
}
