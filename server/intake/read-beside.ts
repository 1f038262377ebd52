import { type CdrMatch } from '../../shared/intake/cdr-match.ts'
import { type Adapter, type AdapterSettings } from './adapters/adapter.ts'
import { asteriskCdr, asteriskCdrBeside } from './adapters/asterisk-cdr.ts'
import { indexedCallsLimit, openCdrIndex } from './adapters/asterisk-cdr/cdr-index.ts'
import { namedCallsReading } from './adapters/asterisk-queue-log/named-calls.ts'
import { asteriskQueueLog, asteriskQueueLogWith } from './adapters/asterisk-queue-log.ts'
import { ownText } from './adapters/asterisk/own-text.ts'
import { openSpan, type Span } from './adapters/asterisk/span.ts'
import { zoneClock } from './mapping/zone-clock.ts'
import { passOver } from './pass-over.ts'
import { type Reading } from './reading.ts'

/** What a file is read by that stands beside others of its phone system. */
export type Beside = {
  adapter: Adapter
  /** Of a queue_log: what was found of its calls in the CDRs. */
  match: CdrMatch | null
}

export type BesideNeeds = {
  /** Epoch milliseconds of receipt. */
  now: number
  /** Asked again and again while files are looked through; it may throw to end it. */
  goOn: () => Promise<void>
  /** Characters of each file that are looked through; left out: all. */
  charactersMost?: number
}

/**
 * Looks through the files of an Asterisk that a file is read beside: CDRs for the calls of a
 * queue_log, queue_logs for the calls that CDRs need not tell. Memory is bounded by
 * `indexedCallsLimit`, however large the files are.
 *
 * @param files where those beside it lie
 * @returns null where the file stands alone, or is of a kind that always does
 */
export async function readBeside(
  path: string,
  reading: Reading,
  files: readonly string[],
  needs: BesideNeeds,
): Promise<Beside | null> {
  if (files.length === 0) return null
  if (reading.adapter === asteriskQueueLog.name) return logBeside(path, reading, files, needs)
  return reading.adapter === asteriskCdr.name ? cdrBeside(reading, files, needs) : null
}

const passing = ({ goOn, charactersMost = Number.POSITIVE_INFINITY }: BesideNeeds) => ({
  ...{ goOn, charactersMost },
})

const alone = (path: string) => ({ path, encoding: null })

const settingsOf = (reading: Reading, now: number): AdapterSettings => {
  const { source, timeZone, country, names } = reading
  return { source, timeZone, country, names, now }
}

async function logBeside(
  path: string,
  reading: Reading,
  files: readonly string[],
  needs: BesideNeeds,
): Promise<Beside> {
  const cdrs = openCdrIndex()
  const log = openSpan()
  const hear = namedCallsReading(settingsOf(reading, needs.now), ({ callid, at }) => {
    cdrs.name(callid)
    log.add(at)
  })
  const { encoding } = reading
  let isWhole = await passOver({ path, encoding }, hear, passing(needs))
  for (const file of files) {
    const isRead = await passOver(alone(file), cdrs.open(reading.timeZone), passing(needs))
    isWhole = isRead && isWhole
  }
  const { calls, found, rows, rowsWithUniqueid, span, offsets, isWhole: isWholeLog } = cdrs.told()
  const match = {
    ...{ calls, found, rows, rowsWithUniqueid, isWholeLog },
    ...{ logSpan: toldSpan(log.span()), cdrSpan: toldSpan(span) },
    utcOffsetsSeconds: offsets,
    zone: zoneOf(reading.timeZone, span, offsets),
    isWholeCdrs: isWhole,
  }
  return { adapter: asteriskQueueLogWith(cdrs.index), match }
}

/** Uniqueids of a log's calls, and of the channels of reps who answered them. */
const namedIdsLimit = 2 * indexedCallsLimit

/** Calls beyond the limit are not known to be the log's; their records rank below those of the log. */
async function cdrBeside(
  reading: Reading,
  files: readonly string[],
  needs: BesideNeeds,
): Promise<Beside> {
  const named = new Set<string>()
  const settings = settingsOf(reading, needs.now)
  const add = (uniqueid: string | null): void => {
    if (uniqueid === null || named.size >= namedIdsLimit || named.has(uniqueid)) return
    named.add(ownText(uniqueid))
  }
  const hear = () =>
    namedCallsReading(settings, ({ callid, channel }) => {
      add(callid)
      add(channel)
    })
  for (const file of files) await passOver(alone(file), hear(), passing(needs))
  return { adapter: asteriskCdrBeside(named), match: null }
}

const toldSpan = (span: Span | null): CdrMatch['logSpan'] =>
  span && { firstAt: instant(span.from), lastAt: instant(span.to) }

const instant = (second: number): string => new Date(second * 1_000).toISOString()

/** Whether the zone that was said had the offsets that uniqueids tell, at both ends of the CDRs. */
function zoneOf(
  name: string | null,
  span: Span | null,
  offsets: readonly number[],
): CdrMatch['zone'] {
  if (name === null || span === null || offsets.length === 0) return null
  const clock = zoneClock(name)
  const ends = [span.from, span.to].map((second) => clock.localOf(second * 1_000) / 1_000 - second)
  return { name, agrees: ends.every((offset) => offsets.includes(offset)) }
}
