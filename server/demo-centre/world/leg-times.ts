import { logNormal, wholeNumber } from './draws.ts'
import { type Manner } from './manner.ts'
import { type Random } from './random.ts'

/** How a rep's part of a call divides up, in whole seconds. */
export type LegTimes = { talk: number; hold: number; wrap: number }

export const handleOf = ({ talk, hold, wrap }: LegTimes) => talk + hold + wrap

const holdShare = 0.27
const wrapMedianSeconds = 21
const wrapOfHandleLimit = 0.3
const leastSeconds = 8
/** Stuck calls last a little longer than solved ones. */
const stuckFactor = 1.1
const hurriedFactor = 0.42

/**
 * A leg's times. The whole is log-normal, as service times are (METHOD 2.6); hold and wrap-up are
 * parts of it. Brush-offs and cut lines are over within half a minute whatever the issue.
 */
export function legTimes(
  given: {
    medianSeconds: number
    sigma: number
    pace: number
    manner: Manner
    isResolved: boolean
  },
  random: Random,
): LegTimes {
  const { manner } = given
  if (manner === 'brushed_off') return brief(random, 21, 2, 7)
  if (manner === 'cut_off') return brief(random, 45, 3, 20)
  const factor =
    given.pace * (given.isResolved ? 1 : stuckFactor) * (manner === 'hurried' ? hurriedFactor : 1)
  const whole = Math.max(
    leastSeconds,
    Math.round(logNormal(random, given.medianSeconds * factor, given.sigma)),
  )
  const wrap = Math.round(
    Math.min(whole * wrapOfHandleLimit, logNormal(random, wrapMedianSeconds, 0.7)),
  )
  const isHeld = random() < holdShare && whole > 60
  const hold = isHeld ? Math.round((whole - wrap) * (0.06 + 0.3 * random())) : 0
  return { talk: whole - wrap - hold, hold, wrap }
}

const brief = (
  random: Random,
  talkMost: number,
  wrapLeast: number,
  wrapMost: number,
): LegTimes => ({
  talk: wholeNumber(random, 4, talkMost),
  hold: 0,
  wrap: wholeNumber(random, wrapLeast, wrapMost),
})
