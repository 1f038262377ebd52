import {
  offersPerCallLimit,
  type CallRecord,
  type LegRecord,
} from '../../../../shared/calls/call-record.ts'
import { type Direction } from '../../../../shared/calls/words.ts'
import { outsideNumber } from '../outside-number.ts'
import { type RowOutcome } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { checked, ignored } from '../line-outcomes.ts'
import { instantText, secondsBetween, wholeSeconds } from '../times.ts'
import { legsOf, lineOf, type RepSegment, type SegmentsById } from './legs-of.ts'
import { offersOf } from './offers-of.ts'
import {
  isLine,
  isMenu,
  isOutside,
  isRep,
  isVoicemail,
  type Party,
  type Segment,
} from './segment.ts'

/**
 * What the segments of one call say together. A call that goes on, or whose beginning or
 * continuation is in another export, is no record yet.
 *
 * @param all in any order, with repeats
 */
export function recordOfSegments(
  all: readonly Segment[],
  externalId: string,
  settings: AdapterSettings,
): RowOutcome {
  const byId: SegmentsById = new Map(all.toReversed().map((segment) => [segment.id, segment]))
  const segments = [...byId.values()].sort(inTime)
  const [first] = segments
  const ends = segments.flatMap(({ endedAt }) => endedAt ?? [])
  const isWhole = segments.every(({ continuedIn }) => continuedIn === null || byId.has(continuedIn))
  if (!first || !isWhole || ends.length < segments.length) return ignored('still_open')
  if (first.base !== null && !byId.has(first.base)) return ignored('beginning_missing')
  const direction = directionOf(first, segments)
  const legs = legsOf(segments, byId, direction)
  const answeredAt = legs[0]?.answeredAt ?? null
  const waits = waitsBefore(answeredAt, segments)
  const queue = segments.find(({ destination }) => destination.entity === 'queue')?.destination
  const customer = customerOf(segments, direction)
  const { names } = settings
  const record: CallRecord = {
    source: settings.source,
    externalId,
    version: segments.length,
    startedAt: instantText(first.startedAt),
    answeredAt: answeredAt === null ? null : instantText(answeredAt),
    endedAt: instantText(Math.max(...ends)),
    direction,
    queue: queue ? nameOf(queue, names['queues']) : null,
    issue: issueOf(first, queue ?? null, names),
    customer: customer === null ? null : outsideNumber(customer, settings.country),
    abandoned: direction === 'inbound' && legs.length === 0 && !segments.some(isSentOn),
    ...waits,
    legs: legs.map((leg) => legRecord(leg, names)),
    offers: offersOf(segments, byId, legs.length > 0)
      .slice(0, offersPerCallLimit)
      .map(({ segment, result }) => {
        const line = lineOf(segment, byId)
        return {
          rep: nameOf(segment.destination, names['reps']),
          queue: line && nameOf(line, names['queues']),
          ringSeconds: secondsBetween(segment.startedAt, segment.endedAt),
          result,
        }
      }),
  }
  return checked(record, settings.now)
}

/** A call that somebody outside or a voicemail took over was not left by the customer. */
const isSentOn = ({ destination }: Segment): boolean =>
  isOutside(destination) || isVoicemail(destination)

const inTime = (a: Segment, b: Segment): number =>
  a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)

function directionOf({ source }: Segment, segments: readonly Segment[]): Direction {
  if (isOutside(source)) return 'inbound'
  return segments.some(({ destination }) => isOutside(destination)) ? 'outbound' : 'internal'
}

/** Waiting in queues, and in menus before them, until a rep answered or the call was over. */
function waitsBefore(answeredAt: number | null, segments: readonly Segment[]) {
  const until = answeredAt ?? Number.POSITIVE_INFINITY
  const sum = (isOfKind: (party: Party) => boolean, before: number): number | null => {
    const waits = segments.flatMap(({ destination, startedAt, endedAt }) =>
      isOfKind(destination) && endedAt !== null && startedAt < before
        ? [Math.max(0, Math.min(endedAt, before) - startedAt)]
        : [],
    )
    return waits.length === 0 ? null : waits.reduce((all, wait) => all + wait, 0)
  }
  const firstLine = segments.find(({ destination }) => isLine(destination))
  return {
    queueSeconds: wholeSeconds(sum(({ entity }) => entity === 'queue', until)),
    ivrSeconds: wholeSeconds(sum(isMenu, Math.min(until, firstLine?.startedAt ?? until))),
  }
}

function customerOf(segments: readonly Segment[], direction: Direction): string | null {
  if (direction === 'internal') return null
  const side = direction === 'inbound' ? 'source' : 'destination'
  const outside = segments.find((segment) => isOutside(segment[side]) && segment[side].phone)
  return outside?.[side].phone ?? null
}

function legRecord(
  { segment, rep, answeredAt, line, ending, endedBy }: RepSegment,
  names: AdapterSettings['names'],
): LegRecord {
  const { startedAt, endedAt } = segment
  return {
    rep: nameOf(rep, names['reps']),
    queue: line && nameOf(line, names['queues']),
    answeredAt: instantText(answeredAt),
    endedAt: endedAt === null ? null : instantText(endedAt),
    ringSeconds: secondsBetween(startedAt, answeredAt),
    talkSeconds: secondsBetween(answeredAt, endedAt),
    holdSeconds: null,
    wrapSeconds: null,
    talkIncludesHold: true,
    ending,
    endedBy,
  }
}

/** The number, which stays when a name is changed, or the name where the site prefers it. */
const nameOf = ({ number, name }: Party, prefer: string | undefined): string =>
  (prefer === 'name' ? name : null) ?? number ?? name ?? ''

/** What tells issues apart, where the site has said so: the number dialled, or the queue. */
function issueOf(
  first: Segment,
  queue: Party | null,
  names: AdapterSettings['names'],
): string | null {
  if (names['issue'] === 'queue') return queue && nameOf(queue, names['queues'])
  if (names['issue'] !== 'did' || !isOutside(first.source) || isRep(first.destination)) return null
  return first.destination.phone ?? first.destination.number
}
