import { type Floor } from '../../shared/floor/floor.ts'
import { sayRecognition } from './say-floor.ts'

/** What a wall says at its top, one at a time. */
export type WallMessage = { key: string; kind: 'mood' | 'recognition' | 'word'; text: string }

/**
 * The line for everybody, calls that were solved for good and the word of the day, each in its
 * turn. The line is for now, so it comes between any two of the others.
 */
export function wallMessages({
  mood,
  recognitions,
  word,
}: Pick<Floor, 'mood' | 'recognitions' | 'word'>): WallMessage[] {
  const line: WallMessage[] = mood ? [{ key: 'mood', kind: 'mood', text: mood.text }] : []
  const others: WallMessage[] = [
    ...recognitions.map((one): WallMessage => ({
      ...{ key: one.id, kind: 'recognition', text: sayRecognition(one) },
    })),
    ...(word ? [{ key: 'word', kind: 'word' as const, text: word.text }] : []),
  ]
  return others.length === 0 ? line : others.flatMap((other) => [...line, other])
}
