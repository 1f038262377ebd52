import { moreNeededWords, standingWords, type Voice } from '../../shared/balance/label-words.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type StandingLabel } from '../../shared/balance/standing-label.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { sayCount } from '../ui/say-count.ts'

type Interval = { low: number; high: number }
type Counts = Pick<RepStanding, 'mature' | 'resolved' | 'expected'>

/** Under this an expected count is said with one digit behind the point. */
const wholeFrom = 10

/** What a call has to have done to count, in few words. */
const resolvedNames: Record<Measure, string> = {
  same_issue_7d: 'resolved',
  return_24h: 'without a return within 24 hours',
}

export const sayResolved = (measure: Measure): string => resolvedNames[measure]

/** The label as a sentence, with how many calls are missing where a number can be named. */
export function sayLabel(
  label: StandingLabel,
  moreNeeded: number | null,
  voice: Voice = 'rep',
): string {
  const words = standingWords[voice][label]
  const said = words.charAt(0).toUpperCase() + words.slice(1)
  if (label !== 'not_enough_calls' || moreNeeded === null) return said
  return `${said}; ${moreNeededWords.replace('{more}', sayCount(moreNeeded))}`
}

/** "91 resolved, 72 expected". */
export const sayResolvedAndExpected = ({ resolved, expected }: Counts, measure: Measure): string =>
  `${sayCount(resolved)} ${resolvedNames[measure]}, ${sayExpectedCount(expected)} expected`

/** An expected count without digits that say nothing: "72", "6.4". */
export const sayExpectedCount = (expected: number): string =>
  expected < wholeFrom ? String(Number(expected.toFixed(1))) : sayCount(Math.round(expected))

/**
 * What the rep gets resolved on the center's common mix: "78 %"; the count where a percentage
 * would say too much, "6 of 8".
 */
export function sayRate(
  standing: Pick<RepStanding, 'standardizedRate' | 'tooFew' | 'mature' | 'resolved'>,
): string {
  const { standardizedRate, tooFew, mature, resolved } = standing
  if (mature === 0) return 'no calls yet'
  const isTooFew = mature < percentageNeeds || tooFew !== null || standardizedRate === null
  if (isTooFew) return `${sayCount(resolved)} of ${sayCount(mature)}`
  return sayPercent(standardizedRate.value)
}

/** Whether `sayRate` says a percentage. */
export const hasRate = (standing: Pick<RepStanding, 'standardizedRate' | 'tooFew' | 'mature'>) =>
  standing.standardizedRate !== null &&
  standing.tooFew === null &&
  standing.mature >= percentageNeeds

export const sayPercent = (share: number): string => `${Math.round(100 * share)} %`

/** "74 – 82 %". */
export const sayPercentInterval = ({ low, high }: Interval): string =>
  `${Math.round(100 * low)} – ${Math.round(100 * high)} %`

/** A number with its sign, and a real minus: "+0.42", "−0.10", "0.00". */
export function saySigned(value: number, digits = 2): string {
  const said = Math.abs(value).toFixed(digits)
  if (Number(said) === 0) return said
  return value < 0 ? `−${said}` : `+${said}`
}

/** "about 20 % longer than colleagues", on the same kinds of calls. Describes, never judges. */
export function sayTimeIndex(value: number): string {
  const percent = Math.round(100 * (value - 1))
  if (percent === 0) return 'as long as colleagues'
  return `about ${Math.abs(percent)} % ${percent > 0 ? 'longer' : 'shorter'} than colleagues`
}

/** "1.08 – 1.33 times". */
export const sayTimes = ({ low, high }: Interval): string =>
  `${low.toFixed(2)} – ${high.toFixed(2)} times`

/** Calls of a hundred, more or fewer than expected: "12 more in 100 than expected". */
export function sayExcess(perHundred: number): string {
  const size = Math.abs(perHundred)
  const said = size < 1 ? size.toFixed(1) : String(Math.round(size))
  if (Number(said) === 0) return 'as many as expected'
  return `${said} ${perHundred > 0 ? 'more' : 'fewer'} in 100 than expected`
}
