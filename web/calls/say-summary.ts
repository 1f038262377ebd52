import { type Summary } from '../../shared/calls/contract.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayShare } from '../../shared/measure/say-share.ts'
import { sayCount } from '../ui/say-count.ts'

type Share = Summary['resolvedShare']

/** "72 %", or "6 of 8" where a percentage would pretend to more than there is. */
export function sayValue(share: Share): string {
  if (share.of === 0) return 'not known yet'
  const said = sayShare(share.count, share.of)
  if (said === '0 %' && share.count > 0) return 'under 1 %'
  return said === '100 %' && share.count < share.of ? 'over 99 %' : said
}

/** "71 – 73 %": where the share lies, about 95 times of 100; null where it is withheld. */
function sayInterval(share: Share): string | null {
  if ('tooFew' in share) return null
  const [low, high] = [100 * share.low, 100 * share.high]
  const digits = Math.round(low) === Math.round(high) ? 1 : 0
  return `${low.toFixed(digits)} – ${high.toFixed(digits)} %`
}

/** What a share rests on, with how sure it is: "7,120 of 9,870; about 95 % sure of 71 – 73 %". */
export function sayRestsOn(share: Share, what: string): string {
  const interval = sayInterval(share)
  if (share.of === 0) return `none ${what} yet`
  if (interval === null) return `${what}; too few for a percentage`
  const counts = `${sayCount(share.count)} of ${sayCount(share.of)} ${what}`
  return `${counts}; about 95 % sure of ${interval}`
}

/** The handle time in words, never without what became of the calls; null where none is known. */
export function sayHandleTime({ handleTime, resolvedShare }: Summary): {
  value: string
  restsOn: string
} | null {
  const { count, meanSeconds, meanLowSeconds, meanHighSeconds, medianSeconds } = handleTime
  if (meanSeconds === null) return null
  const range =
    meanLowSeconds === null || meanHighSeconds === null
      ? []
      : [`about 95 % sure of ${sayWhole(meanLowSeconds)} – ${sayWhole(meanHighSeconds)}`]
  const median = medianSeconds === null ? [] : [`half take less than ${sayWhole(medianSeconds)}`]
  const beside = `${sayCount(count)} ${count === 1 ? 'leg' : 'legs'}, ${sayBeside(resolvedShare)}`
  return {
    value: `${sayWhole(meanSeconds)} on average`,
    restsOn: [beside, ...median, ...range].join('; '),
  }
}

/** What became of the calls, in as few words as can stand beside a time. */
function sayBeside(share: Share): string {
  if (share.of === 0) return 'no outcome decided yet'
  return 'tooFew' in share
    ? `${sayValue(share)} of the decided ones stayed resolved`
    : `${sayValue(share)} of the decided ones stayed resolved`
}

const sayWhole = (seconds: number) => sayDuration(Math.round(seconds))

/** What the filtered calls are, in one sentence. */
export function sayLegs({ legs, outcomes }: Summary): string {
  const parts = [
    { count: outcomes.resolved, words: 'resolved' },
    { count: outcomes.notResolved, words: 'not resolved' },
    { count: outcomes.open, words: 'with the outcome pending' },
    { count: outcomes.handedOn, words: 'handed on' },
    { count: outcomes.notLinkable, words: 'not linkable' },
    { count: outcomes.notCounted, words: 'not counted' },
  ].filter(({ count }) => count > 0)
  const said = parts.map(({ count, words }) => `${sayCount(count)} ${words}`).join(', ')
  const lead = `${sayCount(legs)} ${legs === 1 ? 'leg' : 'legs'}`
  return said === '' ? `${lead}.` : `${lead}: ${said}.`
}
