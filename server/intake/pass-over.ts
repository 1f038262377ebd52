import { type FileReading } from './delimited/file-reading.ts'
import { type Encoding } from './delimited/find-encoding.ts'
import { openTexts } from './open-texts.ts'
import { nextText } from './read-texts.ts'

type Given = {
  path: string
  /** Null: as its first bytes say. */
  encoding: Encoding | null
}

type How = {
  /** Asked between two pieces; it may throw to end it. */
  goOn: () => Promise<void>
  /** Characters that are read; a file with more is left there. */
  charactersMost: number
}

/**
 * Reads a file only for what its reading hears: its lines are accounted for where it is read to be
 * imported, and what is wrong with it is said there.
 *
 * @returns false where it was left before its end
 */
export async function passOver(
  { path, encoding }: Given,
  reading: FileReading,
  { goOn, charactersMost }: How,
): Promise<boolean> {
  const { texts } = await openTexts(path, { encoding, sheet: null })
  let characters = 0
  try {
    for (;;) {
      const next = await nextText(texts)
      if ('failure' in next) break
      if (next.done) {
        reading.end()
        break
      }
      if (reading.take(next.value).stop) break
      characters += next.value.length
      if (characters >= charactersMost) return false
      await goOn()
    }
    return true
  } finally {
    await texts.return(undefined)
  }
}
