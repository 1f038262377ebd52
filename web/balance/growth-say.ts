import { type Recognition, type Reps } from '../../shared/balance/contract.ts'
import { coachingWords, recognitionWords } from '../../shared/balance/label-words.ts'
import { type OutcomeSource } from '../../shared/calls/words.ts'
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

/** What a conversation about such a call starts from: "It ended quickly and …". */
export function sayCoaching(word: keyof typeof coachingWords): string {
  const said = coachingWords[word]
  return `It ${said}${said.endsWith('?') ? '' : '.'}`
}

/** From here on it is worth saying how much. */
const avoidedLeastSeconds = 60

/**
 * What such a call usually leads to, as an average of comparable calls; null where not known. A
 * call that a person found resolved may have led to some all the same.
 */
export function sayAvoided(expectedSeconds: number | null, source: OutcomeSource): string | null {
  if (expectedSeconds === null || expectedSeconds < avoidedLeastSeconds) return null
  const usually = `Calls like this usually lead to another ${sayRoughDuration(expectedSeconds)} of calls later`
  return source === 'supervisor' ? `${usually}.` : `${usually}; this one led to none.`
}
