import { type CallPage } from '../../shared/calls/call-page.ts'

export type SegmentKind =
  'menu' | 'waiting' | 'ringing' | 'talk' | 'talk_with_hold' | 'hold' | 'wrap'

/** A stretch of time, in seconds from the beginning of the call. */
export type Segment = { kind: SegmentKind; from: number; seconds: number }

export type CallRow = { legNo: number | null; segments: Segment[] }

type Leg = CallPage['legs'][number]

/**
 * A call as rows of stretches along one axis: what came before anybody answered, then each leg.
 * Phone systems record how long was talked, held and wrapped up, not in which order; the order
 * drawn is the usual one. A leg without an answering time follows the one before.
 */
export function legSegments(call: CallPage): { rows: CallRow[]; seconds: number } {
  const before = inOrder(0, [
    ['menu', call.ivrSeconds],
    ['waiting', call.queueSeconds],
  ])
  let end = endOf(before)
  const rows: CallRow[] = before.length > 0 ? [{ legNo: null, segments: before }] : []
  for (const leg of call.legs) {
    const segments = segmentsOf(leg, call.startedAt, end)
    end = Math.max(end, endOf(segments))
    rows.push({ legNo: leg.legNo, segments })
  }
  return { rows, seconds: end }
}

function segmentsOf(leg: Leg, startedAt: string, earliest: number): Segment[] {
  const ring = leg.ringSeconds ?? 0
  const answered =
    leg.answeredAt === null
      ? earliest + ring
      : Math.max((Date.parse(leg.answeredAt) - Date.parse(startedAt)) / 1_000, 0)
  const rung = Math.min(ring, answered)
  return [
    ...inOrder(answered - rung, [['ringing', rung]]),
    ...inOrder(answered, [
      [leg.talkIncludesHold ? 'talk_with_hold' : 'talk', leg.talkSeconds],
      ['hold', leg.talkIncludesHold ? null : leg.holdSeconds],
      ['wrap', leg.wrapSeconds],
    ]),
  ]
}

/** One stretch after the other; what is not known or nothing has no stretch. */
function inOrder(from: number, parts: readonly [SegmentKind, number | null][]): Segment[] {
  const segments: Segment[] = []
  let at = from
  for (const [kind, seconds] of parts) {
    if (seconds === null || seconds <= 0) continue
    segments.push({ kind, from: at, seconds })
    at += seconds
  }
  return segments
}

const endOf = (segments: readonly Segment[]) =>
  segments.reduce((latest, { from, seconds }) => Math.max(latest, from + seconds), 0)
