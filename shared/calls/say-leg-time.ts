import { sayDuration } from '../measure/say-duration.ts'
import { type TimeBesideOutcome } from './beside.ts'
import { sayPercentile } from './say-percentile.ts'

/**
 * What a leg took, beside what calls like it usually take. It says nothing that depends on the
 * outcome, and nothing that judges: a length is described, never scored (METHOD 0).
 *
 * @param percentile share of other reps' calls of this kind that were shorter, 0 to 1; null where
 * it is not known
 */
export function sayLegTime(time: TimeBesideOutcome, percentile: number | null): string {
  const { handleSeconds, usual } = time
  if (handleSeconds === null) return 'Its handle time was not recorded.'
  const took = sayDuration(handleSeconds)
  if (time.isSuspect) {
    return `${took} recorded; its end may not have been registered, so it is not compared.`
  }
  if ('tooFew' in usual) {
    return `${took}; too few comparable calls to say what is usual (${sayTooFew(usual.tooFew)}).`
  }
  const range = `${sayDuration(usual.lowSeconds)} – ${sayDuration(usual.highSeconds)}`
  const place = percentile === null ? '' : `, this one is ${sayPercentile(percentile)}`
  return `${took}; calls like this usually take ${range} (middle 60 %)${place}.`
}

const sayTooFew = ({ have, need }: { have: number; need: number }) => `${have} of ${need} needed`
