import { type LegRecord } from '../../../../shared/calls/call-record.ts'
import { type Ender } from '../../../../shared/calls/words.ts'
import { instantOrNull, secondsBetween } from '../times.ts'
import { type LegacyRow } from './legacy-row.ts'

/**
 * The legs of a line's call. A line has one time of answering. Where a call went from the caller
 * straight to one rep it is the rep's; where a queue or a menu stood between, it may be theirs,
 * and where the call was handed on, nothing says when. Then talk isn't known.
 */
export function legacyLegs(row: LegacyRow): LegRecord[] {
  const { direction, from, to, final, answeredAt, changed } = row
  if (answeredAt === null) return []
  const first = direction === 'outbound' ? from : to
  const hasFirst = first.kind === 'rep' && first.dn !== null
  const isOther = final.kind === 'rep' && final.dn !== null && final.dn !== first.dn
  const isGone = direction === 'inbound' && final.kind !== 'rep' && final.number !== null
  const isReplaced = changed.startsWith('replaced')
  if (hasFirst && !isOther && !isGone) return [wholeLeg(row, first.dn ?? '')]
  return [
    ...(hasFirst && (isReplaced || direction === 'outbound')
      ? [handedOnLeg(row, first.dn ?? '', !isOther)]
      : []),
    ...(isOther ? [reachedLeg(row, final.dn ?? '')] : []),
  ]
}

const unmeasured = {
  ...{ talkSeconds: null, holdSeconds: null, wrapSeconds: null, ringSeconds: null },
  ...{ talkIncludesHold: true, ending: null, endedBy: null },
}

/** One rep had the call from its answer to its end. */
const wholeLeg = (row: LegacyRow, rep: string): LegRecord => ({
  ...unmeasured,
  rep,
  answeredAt: instantOrNull(row.answeredAt),
  endedAt: instantOrNull(row.endedAt),
  ringSeconds: secondsBetween(row.startedAt, row.answeredAt),
  talkSeconds: secondsBetween(row.answeredAt, row.endedAt),
  ending: 'completed',
  endedBy: enderOf(row),
})

/** A rep answered and handed on, nobody knows when. */
const handedOnLeg = (row: LegacyRow, rep: string, isLast: boolean): LegRecord => ({
  ...unmeasured,
  rep,
  answeredAt: instantOrNull(row.answeredAt),
  endedAt: null,
  ringSeconds: secondsBetween(row.startedAt, row.answeredAt),
  ending: isLast ? 'blind_transfer' : null,
})

/** A rep had the call at its end, nobody knows since when. */
const reachedLeg = (row: LegacyRow, rep: string): LegRecord => ({
  ...unmeasured,
  rep,
  answeredAt: null,
  endedAt: instantOrNull(row.endedAt),
  ending: 'completed',
  endedBy: enderOf(row),
})

/** Who hung up, seen from the rep, who is the source of a call that the center made. */
function enderOf({ terminated, direction }: LegacyRow): Ender | null {
  const bySource = /terminatedbysrc|src_participant_terminated/.test(terminated)
  const byDestination = /terminatedbydst|dst_participant_terminated/.test(terminated)
  if (bySource === byDestination) return null
  return bySource === (direction === 'outbound') ? 'rep' : 'customer'
}
