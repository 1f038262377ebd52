import { type Recognition, type Reps } from '../../shared/balance/contract.ts'
import { recognitionWords } from '../../shared/balance/label-words.ts'
import { sayRoughDuration } from '../../shared/measure/say-rough-duration.ts'

/** Why nothing is said of a rep. */
export function sayNoStanding({
  watermark,
  version,
  withheld,
}: Pick<Reps, 'watermark' | 'version' | 'withheld'>): string {
  if (watermark === null) return 'No calls have come in yet.'
  if (version === null) {
    return 'Nothing to compare with yet: that begins when the first calls are seven days old.'
  }
  if (withheld !== null) {
    const { have, need } = withheld
    return `Nobody to compare with yet: it takes ${need} reps with calls of the same kinds, and there ${have === 1 ? 'is 1' : `are ${have}`}.`
  }
  return 'No call of yours in these weeks has a known outcome yet.'
}

/** Why a call is recognized: "Went the extra mile and ended a chain of calls." */
export function sayReasons(reasons: Recognition['reasons']): string {
  const said = reasons.map((reason) => recognitionWords[reason]).join(' and ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

/** What such a call usually leads to, as an average of comparable calls; null where not known. */
export function sayAvoided(expectedSeconds: number | null): string | null {
  if (expectedSeconds === null || expectedSeconds < 1) return null
  return `Calls like this usually lead to another ${sayRoughDuration(expectedSeconds)} of calls later; this one led to none.`
}
