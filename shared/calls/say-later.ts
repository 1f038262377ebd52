import { sayDuration } from '../measure/say-duration.ts'
import { sayRoughDuration } from '../measure/say-rough-duration.ts'
import { type TimeBesideOutcome } from './beside.ts'
import { type CallPage } from './call-page.ts'

/**
 * The two figures of METHOD 5 in one sentence, never netted: "Took 19 min longer than usual; calls
 * like this usually lead to another 11 min of calls later (about 95 % sure of 10 min – 13 min); this
 * one led to none." Averages of comparable calls, no proven effect, hence "usually". Null where nothing can
 * be compared, or while it is not known whether the customer comes back.
 */
export function sayLater(time: TimeBesideOutcome, later: CallPage['legs'][number]['later']) {
  const { usual, handleSeconds, outcome } = time
  if (later === null || outcome.state !== 'final' || time.isSuspect) return null
  const range = `${sayRoughDuration(later.lowSeconds)} – ${sayRoughDuration(later.highSeconds)}`
  const usually = `calls like this usually lead to another ${sayRoughDuration(later.usualMeanSeconds)} of calls later (about 95 % sure of ${range})`
  const took =
    handleSeconds === null || 'tooFew' in usual
      ? ''
      : `${sayExtra(handleSeconds - usual.medianSeconds)}; `
  const sentence = `${took}${usually}; this one led to ${sayLed(later)}.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const sayExtra = (seconds: number): string => {
  if (Math.round(seconds) === 0) return 'took as long as usual'
  const rough = sayRoughDuration(Math.abs(seconds))
  return seconds < 0 ? `took ${rough} less than usual` : `took ${rough} longer than usual`
}

function sayLed({ ledToCalls, ledToSeconds }: NonNullable<CallPage['legs'][number]['later']>) {
  if (ledToSeconds === 0 && ledToCalls === 0) return 'none'
  const calls = ledToCalls === 1 ? '1 call' : `${ledToCalls} calls`
  if (ledToSeconds === null) return calls
  return ledToCalls === 0
    ? `another ${sayDuration(ledToSeconds)} within the call`
    : `${sayDuration(ledToSeconds)} in ${calls}`
}
