import { literal, momentTokens, type MomentParts, type MomentToken } from './moment-tokens.ts'

/**
 * What a text says: an instant (it names its offset), a local date and time, or a local time of
 * day. Milliseconds, of a local time as if the clock showed UTC, of a time of day from midnight.
 */
export type WrittenMoment = { kind: 'instant' | 'local' | 'timeOfDay'; milliseconds: number }

export type MomentFormat = {
  /** What it can give; iso gives an instant or a local time, as the text has it. */
  kinds: readonly WrittenMoment['kind'][]
  read: (text: string) => WrittenMoment | null
}

const pieces = /\[([^\]]*)\]|YYYY|YY|MMM|MM|M|DD|D|ddd|HH|H|hh|h|mm|SSS|ss|A|Z|T|\s+|[^A-Za-z]|./g

/**
 * Makes a reader of moments written in this format.
 *
 * @param format epoch seconds, epoch milliseconds, iso, or letters such as D.M.YYYY HH:mm:ss
 * @returns the reader, or a sentence that says what is wrong with the format
 */
export function momentFormat(format: string): MomentFormat | string {
  if (format === 'epoch seconds') return epoch(1000)
  if (format === 'epoch milliseconds') return epoch(1)
  if (format === 'iso') return iso
  const found = [...format.matchAll(pieces)]
  const unknown = found.find(([piece]) => /^[A-SU-Za-z]/.test(piece) && !momentTokens[piece])
  if (unknown) {
    return `has "${unknown[0]}", which stands for nothing; put text that isn't a part in [brackets]`
  }
  const names = found.map(([piece]) => piece)
  const sentence = whatIsLacking(names)
  if (sentence !== null) return sentence
  const tokens = found.map(
    ([piece, bracketed]) => momentTokens[piece] ?? literal(bracketed ?? piece),
  )
  const kind = names.includes('Z') ? 'instant' : hasDate(names) ? 'local' : 'timeOfDay'
  return { kinds: [kind], read: (text) => readTokens(text, tokens, kind) }
}

const hasAny = (names: readonly string[], wanted: readonly string[]) =>
  wanted.some((name) => names.includes(name))
const hasYear = (names: readonly string[]) => hasAny(names, ['YYYY', 'YY'])
const hasMonth = (names: readonly string[]) => hasAny(names, ['MMM', 'MM', 'M'])
const hasDay = (names: readonly string[]) => hasAny(names, ['DD', 'D'])
const hasDate = (names: readonly string[]) => hasYear(names) && hasMonth(names) && hasDay(names)

function whatIsLacking(names: readonly string[]): string | null {
  if (!hasDate(names) && (hasYear(names) || hasMonth(names) || hasDay(names))) {
    return 'names a part of a date only; name year, month and day, or none of them'
  }
  const half = names.includes('A')
  if (!names.includes('mm')) return 'names no minute: mm (MM is the month)'
  if (!hasAny(names, half ? ['hh', 'h'] : ['HH', 'H'])) {
    return `names no hour: ${half ? 'hh or h, as it has A (AM or PM)' : 'HH or H (hh and h need A)'}`
  }
  if (names.includes('Z') && !hasDate(names)) return 'has an offset (Z) and lacks the date'
  return null
}

function readTokens(
  text: string,
  tokens: readonly MomentToken[],
  kind: WrittenMoment['kind'],
): WrittenMoment | null {
  const parts: MomentParts = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    half: null,
    offsetMinutes: null,
  }
  let at = 0
  for (const token of tokens) {
    at = token(text, at, parts)
    if (at === -1) return null
  }
  return at === text.length ? assemble(parts, kind) : null
}

/** Null for a date or time of day that doesn't exist, such as 30 February or 24:00. */
function assemble(parts: MomentParts, kind: WrittenMoment['kind']): WrittenMoment | null {
  const { year, month, hour, minute, second, half } = parts
  if (half !== null && (hour < 1 || hour > 12)) return null
  const hours = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  if (hours > 23 || minute > 59 || second > 59) return null
  const inDay = ((hours * 60 + minute) * 60 + second) * 1000 + parts.millisecond
  if (kind === 'timeOfDay') return { kind, milliseconds: inDay }
  if (year < earliestYear || month < 1 || month > 12) return null
  if (parts.day < 1 || (parts.day > 28 && parts.day > daysOf(year, month))) return null
  const offset = (parts.offsetMinutes ?? 0) * 60_000
  return { kind, milliseconds: Date.UTC(year, month - 1, parts.day) + inDay - offset }
}

/** Date.UTC takes years below 100 for years of the 1900s. */
const earliestYear = 100
const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const epoch = (unit: number): MomentFormat => ({
  kinds: ['instant'],
  read: (text) =>
    /^\d{1,14}(\.\d{1,9})?$/.test(text)
      ? { kind: 'instant', milliseconds: Math.round(Number(text) * unit) }
      : null,
})

const isoParts =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt]|\s+)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([Zz]|[+-]\d{2}(?::?\d{2})?))?$/

const iso: MomentFormat = {
  kinds: ['instant', 'local'],
  read: (text) => {
    const found = isoParts.exec(text)
    if (!found) return null
    const offset = found[8]
    const parts: MomentParts = {
      year: Number(found[1]),
      month: Number(found[2]),
      day: Number(found[3]),
      hour: Number(found[4]),
      minute: Number(found[5]),
      second: Number(found[6] ?? 0),
      millisecond: Number((found[7] ?? '').slice(0, 3).padEnd(3, '0')),
      half: null,
      offsetMinutes: null,
    }
    if (offset !== undefined && momentTokens['Z']?.(offset, 0, parts) !== offset.length) return null
    return assemble(parts, offset === undefined ? 'local' : 'instant')
  },
}
