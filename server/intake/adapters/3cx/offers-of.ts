import { type OfferResult } from '../../../../shared/calls/words.ts'
import { type SegmentsById } from './legs-of.ts'
import { isOutside, isRep, type Segment } from './segment.ts'

/** Phones that never rang: diverted before, switched off, or not registered. */
const neverRang: ReadonlySet<string> = new Set([
  ...['forward_all', 'not_found', 'not_available', 'target_disabled', 'not_registered'],
  ...['invalid_destination', 'no_route', 'disabled', 'forwarding_loop'],
])

export type Offered = { segment: Segment; result: OfferResult }

/** Segments in which a rep's phone rang for the customer without being answered there. */
export function offersOf(
  segments: readonly Segment[],
  byId: SegmentsById,
  isAnswered: boolean,
): Offered[] {
  return segments
    .filter(
      ({ source, destination, answeredAt, endedAt, details }) =>
        isOutside(source) &&
        isRep(destination) &&
        answeredAt === null &&
        endedAt !== null &&
        !neverRang.has(details),
    )
    .map((segment) => ({ segment, result: resultOf(segment, byId, isAnswered) }))
}

function resultOf(segment: Segment, byId: SegmentsById, isAnswered: boolean): OfferResult {
  const { termination, details, continuedIn } = segment
  if (details.includes('busy')) return 'busy'
  if (details === 'no_answer' || details === 'timeout') return 'no_answer'
  if (termination === 'rejected') return 'rejected'
  if (termination === 'src_participant_terminated') return 'caller_left'
  if (termination === 'cancelled' && details !== 'completed_elsewhere' && !isAnswered) {
    return 'caller_left'
  }
  // A phone that hands a call to its voicemail has rung as long as it was told to.
  const next = continuedIn === null ? null : byId.get(continuedIn)
  return next?.destination.entity === 'voicemail' ? 'no_answer' : 'unknown'
}
