/** The parts of a written moment; the ones a format doesn't name keep what they begin with. */
export type MomentParts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  half: 'am' | 'pm' | null
  offsetMinutes: number | null
}

/** Reads one part from the text at a place; the place after it, or -1. */
export type MomentToken = (text: string, at: number, parts: MomentParts) => number

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Two-digit years from here on belong to the last century, as POSIX has it. */
const centuryPivot = 69

type NumberPart = Exclude<keyof MomentParts, 'half' | 'offsetMinutes'>

const digits =
  (part: NumberPart, least: number, most: number): MomentToken =>
  (text, at, parts) => {
    let value = 0
    let place = at
    for (; place < at + most; place++) {
      const digit = text.charCodeAt(place) - 48
      if (!(digit >= 0 && digit <= 9)) break
      value = value * 10 + digit
    }
    if (place - at < least) return -1
    parts[part] = value
    return place
  }

const matching =
  (pattern: RegExp, take: (parts: MomentParts, found: RegExpExecArray) => boolean): MomentToken =>
  (text, at, parts) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    return found && take(parts, found) ? at + found[0].length : -1
  }

const twoDigitYear: MomentToken = (text, at, parts) => {
  const end = digits('year', 2, 2)(text, at, parts)
  parts.year += parts.year >= centuryPivot ? 1900 : 2000
  return end
}

/** What each letter group of a format reads. English month names; a weekday isn't checked. */
export const momentTokens: Readonly<Record<string, MomentToken>> = {
  YYYY: digits('year', 4, 4),
  YY: twoDigitYear,
  MMM: matching(/[a-z]{3}/iy, (parts, [name]) => {
    parts.month = months.indexOf(name.toLowerCase()) + 1
    return parts.month > 0
  }),
  MM: digits('month', 2, 2),
  M: digits('month', 1, 2),
  DD: digits('day', 2, 2),
  D: digits('day', 1, 2),
  ddd: matching(/[a-z]{3}/iy, () => true),
  HH: digits('hour', 2, 2),
  H: digits('hour', 1, 2),
  hh: digits('hour', 2, 2),
  h: digits('hour', 1, 2),
  mm: digits('minute', 2, 2),
  ss: digits('second', 2, 2),
  SSS: matching(/\d{1,9}/y, (parts, [fraction]) => {
    parts.millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'))
    return true
  }),
  A: matching(/[ap]m/iy, (parts, [half]) => {
    parts.half = half.toLowerCase() === 'am' ? 'am' : 'pm'
    return true
  }),
  Z: matching(/z|([+-])(\d{2}):?(\d{2})?/iy, (parts, [, sign, hours, minutes]) => {
    const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
    parts.offsetMinutes = sign === '-' ? -offset : offset
    return Number(minutes ?? 0) < 60 && Number(hours ?? 0) < 24
  }),
}

/** Text that stands in the format as it is; blanks of any kind and number are one blank. */
export function literal(words: string): MomentToken {
  if (words.trim() === '') return matching(/\s+/y, () => true)
  return (text, at) => (text.startsWith(words, at) ? at + words.length : -1)
}
