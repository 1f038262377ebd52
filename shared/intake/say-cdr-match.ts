import { type CdrMatch } from './cdr-match.ts'

const secondsPerDay = 86_400

/** What CDRs beside a queue_log came to, in sentences; where nothing was found, what to look at. */
export function sayCdrMatch(match: CdrMatch): string[] {
  const { calls, isWholeLog, isWholeCdrs } = match
  return [
    ...(match.found > 0 ? [foundOf(match)] : noneFound(match)),
    ...clockOf(match),
    ...(isWholeLog ? [] : [tooMany(calls)]),
    ...(isWholeCdrs ? [] : [onlyBeginning]),
  ]
}

const number = (count: number) => count.toLocaleString('en')

const foundOf = ({ calls, found }: CdrMatch): string =>
  `${number(found)} of ${number(calls)} calls of the log found in the CDRs.`

function noneFound({ calls, rowsWithUniqueid, logSpan, cdrSpan }: CdrMatch): string[] {
  if (calls === 0) return ['The log names no call to look for in the CDRs.']
  const none = `None of the ${number(calls)} calls of the log was found in the CDRs, which therefore tell nothing of them.`
  if (rowsWithUniqueid === 0) {
    return [none, 'No row of the CDRs names its call: write loguniqueid = yes into cdr.conf.']
  }
  const [log, cdrs] = [daysOf(logSpan), daysOf(cdrSpan)]
  const areApart = logSpan !== null && cdrSpan !== null && areDaysApart(logSpan, cdrSpan)
  return areApart
    ? [none, `The log tells of ${log}, the CDRs of ${cdrs}: take those of the same days.`]
    : [none, 'Are both of the same Asterisk?']
}

type Span = NonNullable<CdrMatch['logSpan']>

const daysOf = (span: Span | null): string => {
  const [first, last] = span ? [span.firstAt.slice(0, 10), span.lastAt.slice(0, 10)] : ['', '']
  return first === last ? first : `${first} to ${last}`
}

function areDaysApart(a: Span, b: Span): boolean {
  const later = (from: Span, than: Span) =>
    Date.parse(from.firstAt) - Date.parse(than.lastAt) > secondsPerDay * 1_000
  return later(a, b) || later(b, a)
}

function clockOf({ utcOffsetsSeconds, zone }: CdrMatch): string[] {
  if (utcOffsetsSeconds.length === 0) return []
  const offsets = utcOffsetsSeconds.map(sayOffset).join(' and ')
  const clock = `The clock of the CDRs stood at ${offsets}, as their uniqueids tell`
  if (zone === null) return [`${clock}.`]
  return [
    zone.agrees
      ? `${clock}: ${zone.name}, as was said.`
      : `${clock}. That is not ${zone.name}, which was said; the uniqueids are believed.`,
  ]
}

function sayOffset(seconds: number): string {
  if (seconds === 0) return 'UTC'
  const minutes = Math.abs(seconds) / 60
  const two = (value: number) => String(value).padStart(2, '0')
  return `UTC${seconds < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const tooMany = (calls: number): string =>
  `The log names more calls than are looked up at once; the first ${number(calls)} were. Import the log in parts to have all looked up.`

const onlyBeginning =
  'Only the beginning of the files was looked through here; the import looks through all of them.'
