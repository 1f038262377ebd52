import { type HelpLine, type HelpReason } from '../../shared/floor/contract.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Database } from '../database/connect.ts'
import { findOpenLines, findUsualTimes, type OpenLine, type UsualTimes } from './help-store.ts'

/** What is usual rests on the calls of this long, and is read anew this often. */
const usualDays = 28
const usualMilliseconds = 600_000
const dayMilliseconds = 86_400_000
/** On fewer calls nothing is called usual. */
const usualCallsLeast = 20
/** Somebody who calls for the third time within the window. */
const callsBeforeLeast = 2
/** Lines read at once; most have no reason. */
const linesAtATime = 500

export type Asked = { after: number; limit: number; now: number }

/** Finds out where somebody may be glad of help, by what is usual in the queue. */
export function openHelp(database: Database) {
  const known = new Map<number, { at: number; times: Map<string, UsualTimes> }>()

  const usual = async (organizationId: number, now: number): Promise<Map<string, UsualTimes>> => {
    const held = known.get(organizationId)
    if (held && now - held.at < usualMilliseconds) return held.times
    const since = now - usualDays * dayMilliseconds
    const rows = await findUsualTimes(database.reading, organizationId, since)
    const times = new Map(rows.map((row) => [row.queue, row]))
    known.set(organizationId, { at: now, times })
    return times
  }

  /** Lines with at least one reason, by id; at most one more than asked, to tell that there are. */
  return async (sight: Sight, { after, limit, now }: Asked): Promise<HelpLine[]> => {
    const times = await usual(sight.organizationId, now)
    const told: HelpLine[] = []
    let from = after
    let isMore = true
    while (isMore && told.length < limit) {
      const asked = { now, after: from, limit: linesAtATime }
      const lines = await findOpenLines(database.reading, sight, asked)
      told.push(...lines.flatMap((line) => helpLineOf(line, times.get(line.queue), now)))
      from = lines.at(-1)?.id ?? from
      isMore = lines.length === linesAtATime
    }
    return told.slice(0, limit)
  }
}

/** None where there is no reason. */
function helpLineOf(line: OpenLine, times: UsualTimes | undefined, now: number): HelpLine[] {
  const reasons = reasonsOf(line, times, now)
  const { id, queue, repId, repName, helpedBy } = line
  const rep = repId === null || repName === null ? null : { id: repId, name: repName }
  return reasons.length === 0 ? [] : [{ id, queue, rep, reasons, helpedBy }]
}

/** Each reason says what it is measured by; what is usual comes from the calls of the queue. */
function reasonsOf(line: OpenLine, times: UsualTimes | undefined, now: number): HelpReason[] {
  const reasons: HelpReason[] = []
  const { holdingSince, waitingSince, callsBefore } = line
  const hold = usualOf(times?.holdSeconds, times?.holds)
  if (holdingSince !== null && hold && now - holdingSince > hold.usualSeconds * 1000) {
    reasons.push({ kind: 'long_on_hold', since: holdingSince, ...hold })
  }
  const wait = usualOf(times?.waitSeconds, times?.waits)
  if (waitingSince !== null && wait && now - waitingSince > wait.usualSeconds * 1000) {
    reasons.push({ kind: 'long_in_queue', since: waitingSince, ...wait })
  }
  if (callsBefore >= callsBeforeLeast) {
    reasons.push({ kind: 'called_before', times: callsBefore })
  }
  return reasons
}

const usualOf = (seconds: number | null | undefined, calls = 0) =>
  seconds == null || calls < usualCallsLeast ? null : { usualSeconds: Math.ceil(seconds), calls }
