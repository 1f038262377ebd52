/** A system's name, the second in which the channel was made, and a count: psy1-1292281041.87. */
const form = /^(?:.*-)?(\d{9,10})\.\d+$/

/** What no uniqueid is longer than, with the longest name of a system. */
export const uniqueidCharactersLimit = 150

/** The second since 1970 in which a channel was made, by its uniqueid; null if that says none. */
export function uniqueidSecond(uniqueid: string): number | null {
  if (uniqueid.length > uniqueidCharactersLimit) return null
  const second = form.exec(uniqueid)?.[1]
  return second === undefined ? null : Number(second)
}
