import { type Direction, type Ending } from '../../../../shared/calls/words.ts'
import { isLine, isOutside, isRep, type Party, type Segment } from './segment.ts'

/** A segment in which a rep was connected with the customer, seen from the rep. */
export type RepSegment = {
  segment: Segment
  rep: Party
  answeredAt: number
  line: Party | null
  ending: Ending | null
  endedBy: 'rep' | 'customer' | null
}

/** Segments by their id; of repeats the first. */
export type SegmentsById = ReadonlyMap<string, Segment>

/**
 * The segments of a call in which somebody of the center spoke with the customer, in the order of
 * time. A colleague who was asked in between, without the customer, had no part in the call, and
 * neither had a supervisor who listened in.
 */
export function legsOf(
  segments: readonly Segment[],
  byId: SegmentsById,
  direction: Direction,
): RepSegment[] {
  const legs = segments.flatMap((segment): RepSegment[] => {
    const side = repSide(segment, direction)
    const { answeredAt } = segment
    if (side === null || answeredAt === null) return []
    const rep = segment[side]
    const ending = endingOf(segment, segments, byId, direction)
    return [
      {
        ...{ segment, rep, answeredAt, ending },
        line: lineOf(segment, byId),
        endedBy: endedBy(segment, side),
      },
    ]
  })
  return legs.sort((a, b) => a.answeredAt - b.answeredAt)
}

type Side = 'source' | 'destination'

/** At which end of a segment the rep is who handles the customer; null where nobody does. */
export function repSide(segment: Segment, direction: Direction): Side | null {
  const { source, destination, method } = segment
  if (method.startsWith('barge_in')) return null
  if (direction === 'internal') return isRep(source) && isRep(destination) ? 'destination' : null
  if (isOutside(source) && isRep(destination)) return 'destination'
  const isJoined = direction === 'outbound' || method === 'join'
  return isJoined && isRep(source) && isOutside(destination) ? 'source' : null
}

/** The queue or group out of which a segment came to the rep. */
export function lineOf({ base }: Segment, byId: SegmentsById): Party | null {
  const line = base === null ? null : byId.get(base)?.destination
  return line && isLine(line) ? line : null
}

function endingOf(
  segment: Segment,
  segments: readonly Segment[],
  byId: SegmentsById,
  direction: Direction,
): Ending | null {
  if (segment.termination.endsWith('_participant_terminated')) return 'completed'
  if (segment.termination !== 'continued_in') return null
  const next = segment.continuedIn === null ? null : byId.get(segment.continuedIn)
  const side = repSide(segment, direction)
  const nextSide = next ? repSide(next, direction) : null
  if (!next || side === null) return null
  // Parked and taken up again: the customer stayed with the rep.
  if (nextSide !== null && next[nextSide].number === segment[side].number) return null
  const rep = segment[side].number
  const hasAsked = segments.some(
    ({ source, destination, method, startedAt }) =>
      method === 'call_init' &&
      isRep(source) &&
      source.number === rep &&
      isRep(destination) &&
      startedAt > segment.startedAt &&
      startedAt <= next.startedAt,
  )
  return next.method === 'join' || hasAsked ? 'attended_transfer' : 'blind_transfer'
}

function endedBy({ termination }: Segment, side: Side): 'rep' | 'customer' | null {
  const ender = /^(src|dst)_participant_terminated$/.exec(termination)?.[1]
  if (ender === undefined) return null
  return (ender === 'src') === (side === 'source') ? 'rep' : 'customer'
}
