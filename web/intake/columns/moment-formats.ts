/** A way of writing a moment, in the letters of docs/column-mapping.md, and how to see it. */
type Format = { format: string; looksLike: RegExp }

const day = '\\d{1,2}'
const clock = '\\d{1,2}:\\d{2}:\\d{2}'
const shortClock = '\\d{1,2}:\\d{2}'
const half = ' [AP]M'
const whole = (pattern: string) => new RegExp(`^${pattern}$`, 'i')

/** Dates by how their parts follow each other; the clock comes after. */
const dates: readonly [format: string, pattern: string][] = [
  ['D.M.YYYY', `${day}\\.${day}\\.\\d{4}`],
  ['D/M/YYYY', `${day}/${day}/\\d{4}`],
  ['M/D/YYYY', `${day}/${day}/\\d{4}`],
  ['D-M-YYYY', `${day}-${day}-\\d{4}`],
  ['YYYY/M/D', `\\d{4}/${day}/${day}`],
]

const clocks: readonly [format: string, pattern: string][] = [
  ['H:mm:ss', clock],
  ['H:mm', shortClock],
  ['h:mm:ss A', clock + half],
  ['h:mm A', shortClock + half],
]

/** Every way that can be chosen. */
export const momentFormats: readonly Format[] = [
  { format: 'iso', looksLike: whole(`\\d{4}-\\d{2}-\\d{2}([T ]${shortClock}.*)?`) },
  { format: 'epoch seconds', looksLike: whole('1\\d{9}') },
  { format: 'epoch milliseconds', looksLike: whole('1\\d{12}') },
  ...dates.flatMap(([date, datePattern]) =>
    clocks.map(([time, timePattern]) => ({
      format: `${date} ${time}`,
      looksLike: whole(`${datePattern} ${timePattern}`),
    })),
  ),
]

/**
 * How moments are written, from examples. Null where no way fits all of them, and where more than
 * one does: whether the day or the month comes first is asked, not guessed.
 */
export function guessMomentFormat(examples: readonly string[]): string | null {
  const written = examples.map((each) => each.trim()).filter((each) => each !== '')
  if (written.length === 0) return null
  const fitting = momentFormats.filter((format) =>
    written.every(
      (example) => format.looksLike.test(example) && isPossible(format.format, example),
    ),
  )
  const [found, other] = fitting
  return found && !other ? found.format : null
}

/** A month is at most 12: the thirteenth is a day. */
function isPossible(format: string, example: string): boolean {
  const [first = 0, second = 0] = [...example.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  if (format.startsWith('M/D')) return first <= 12 && second <= 31
  if (/^D[./-]M/.test(format)) return first <= 31 && second <= 12
  return true
}
