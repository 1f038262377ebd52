import { type SecondsFormat } from '../../../shared/intake/mapping-source.ts'

const count = /^(-?)(\d{1,12}(?:\.\d{1,9})?)$/
const clock = /^(-?)(?:(\d{1,5}):)?(\d{1,5}):(\d{2}(?:\.\d{1,9})?)$/

/**
 * A written duration in whole seconds, a half rounded up; null if it isn't written that way.
 * Below zero where a minus stands before it.
 */
export function readSeconds(text: string, format: SecondsFormat): number | null {
  if (format === 'seconds' || format === 'milliseconds') {
    const parts = count.exec(text)
    if (!parts) return null
    const amount = Number(parts[2]) / (format === 'seconds' ? 1 : 1000)
    return signed(parts[1], amount)
  }
  const parts = clock.exec(text)
  const hours = parts?.[2]
  if (!parts || (format === 'H:mm:ss') !== (hours !== undefined)) return null
  const minutes = parts[3] ?? ''
  const seconds = Number(parts[4])
  if (seconds >= 60 || (hours !== undefined && (minutes.length !== 2 || Number(minutes) > 59))) {
    return null
  }
  return signed(parts[1], Number(hours ?? 0) * 3600 + Number(minutes) * 60 + seconds)
}

const signed = (sign: string | undefined, seconds: number) => {
  const whole = Math.floor(seconds + 0.5)
  return sign === '-' && whole !== 0 ? -whole : whole
}
