import { countInBin, histogram } from '../../shared/balance/histogram.ts'
import { percentile } from '../../shared/balance/percentile.ts'
import { windowStatus } from '../../shared/balance/window-status.ts'
import { bestOutcome } from '../../shared/balance/best-outcome.ts'
import { type OutcomeOfCall } from '../../shared/calls/beside.ts'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { mayRead, type Sight, sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import {
  type CallRow,
  type ChainRow,
  type EvidenceRow,
  findCall,
  findChain,
  findEvidence,
  findHistograms,
  findLegs,
  findOffers,
  findReflections,
  type LegRow,
} from './call-page-store.ts'
import { findLegsOfCall, type LineRow } from './line-store.ts'
import { findLaterOfOthers } from './later-store.ts'
import { tellLater } from './tell-later.ts'
import { tellTime } from './tell-line.ts'

/**
 * One call as a viewer may see it: legs, chain and reflections of reps they may not see are
 * there without name and time.
 *
 * @throws Refused as unknown where no leg of it is the viewer's to see
 */
export async function showCall(sql: Reading, viewer: Viewer, callId: number): Promise<CallPage> {
  const { organizationId } = viewer
  const sight = sightOf(viewer)
  const [call, legs] = await Promise.all([
    findCall(sql, organizationId, callId),
    findLegs(sql, organizationId, callId),
  ])
  const isOwn = legs.some((leg) => mayRead(sight, personOf(leg)))
  if (!call || !(isOwn || (sight.reps === 'all' && legs.length === 0))) {
    throw new Refused('call_unknown', 'There is no such call.')
  }
  const [lines, offers, chain, evidence, reflections, told] = await Promise.all([
    findLegsOfCall(sql, organizationId, callId),
    findOffers(sql, organizationId, callId),
    chainOf(sql, organizationId, call),
    findEvidence(sql, organizationId, callId),
    findReflections(sql, organizationId, callId),
    Promise.all(legs.map((leg) => percentileOf(sql, organizationId, leg))),
  ])
  const laterOfOthers = await Promise.all(
    legs.map((leg) => findLaterOfOthers(sql, organizationId, leg)),
  )
  const chained = chain.map((row) => tellChained(row, call, sight))
  return {
    ...factsOf(call),
    ...judgementOf(call, evidence, lines),
    legs: legs.map((leg, place) => ({
      ...tellLeg(leg, lines, told[place] ?? null, sight),
      later: mayRead(sight, personOf(leg))
        ? tellLater(laterOfOthers[place] ?? null, {
            ...{ legNo: leg.legNo, startedAt: call.startedAt, position: call.position },
            legs: legs.map((each) => seenTime(each, sight)),
            chain: chained,
          })
        : null,
    })),
    offers: offers.map((offer) => ({
      rep: mayRead(sight, personOf(offer)) ? { id: offer.repId, name: offer.repName } : null,
      queue: offer.queue,
      ringSeconds: offer.ringSeconds,
      result: offer.result,
    })),
    chain: chained,
    evidence: evidence
      .filter((row) => isForViewer(row, sight))
      .map(({ repId, teamId, at, ...claim }) => ({ ...claim, at: at.toISOString() })),
    reflections: reflections
      .filter((row) => mayRead(sight, personOf(row)))
      .map(({ repId, repName, recordedAt, changedAt, teamId, ...words }) => ({
        ...words,
        rep: { id: repId, name: repName },
        recordedAt: recordedAt.toISOString(),
        changedAt: changedAt.toISOString(),
      })),
    viewerMay: {
      reflect: viewer.role === 'rep' && isOwn,
      verify: viewer.role === 'supervisor' || viewer.role === 'admin',
    },
  }
}

const personOf = (row: { repId: number; teamId: number | null }) => ({
  id: row.repId,
  teamId: row.teamId,
})

/** A colleague's own word on the call is theirs; what others found out is for everybody on it. */
const isForViewer = ({ source, repId, teamId }: EvidenceRow, sight: Sight): boolean =>
  source !== 'rep' || repId === null || mayRead(sight, { id: repId, teamId })

const chainOf = (sql: Reading, organizationId: number, call: CallRow): Promise<ChainRow[]> =>
  call.chainId === null || call.customerKey === null
    ? Promise.resolve([])
    : findChain(sql, organizationId, call.chainId, call.customerKey).then((rows) => rows.reverse())

async function percentileOf(
  sql: Reading,
  organizationId: number,
  leg: LegRow,
): Promise<number | null> {
  if (leg.handleSeconds === null) return null
  const rows = await findHistograms(sql, organizationId, leg.cellId, leg.repId)
  const levels = [0, 1, 2, 3].map((level) => {
    const counts: number[] = []
    for (const row of rows.filter((each) => each.level === level)) {
      const sign = row.repId === 0 ? 1 : -1
      for (const [place, count] of row.counts.entries()) {
        countInBin(counts, row.firstBin + place, sign * count)
      }
    }
    return counts
  })
  const shares = histogram(levels)
  return shares && percentile(shares, leg.handleSeconds)
}

function factsOf(call: CallRow) {
  const { csatScore, csatMin, csatMax } = call
  const { callId, source, externalId, version, direction, queue, issue, audience } = call
  const { language, customer, isAbandoned, queueSeconds, ivrSeconds } = call
  return {
    ...{ callId, source, externalId, version, direction, queue, issue, audience },
    ...{ language, customer, isAbandoned, queueSeconds, ivrSeconds },
    startedAt: call.startedAt.toISOString(),
    answeredAt: call.answeredAt?.toISOString() ?? null,
    endedAt: call.endedAt?.toISOString() ?? null,
    disposition: call.disposition,
    csat:
      csatScore === null || csatMin === null || csatMax === null
        ? null
        : { score: csatScore, min: csatMin, max: csatMax },
    recordingUrl: call.recordingUrl,
    position: call.position,
    watermark: call.watermark?.toISOString() ?? null,
  }
}

/** The call's own outcome; its legs share it. */
function judgementOf(
  call: CallRow,
  evidence: readonly EvidenceRow[],
  lines: readonly LineRow[],
): { outcome: OutcomeOfCall; conflicts: CallPage['conflicts'] } {
  const status = statusOf(call, call)
  const isLinkable = status !== 'unlinkable'
  const claims = evidence.flatMap(({ source, claim, at }) =>
    claim === 'not_sure' ? [] : [{ source, claim, at: at.getTime(), byHandler: false }],
  )
  const isMature = isLinkable && knownFromOf(call) <= (call.watermark?.getTime() ?? -Infinity)
  const best = bestOutcome(claims, isMature, status === 'not_resolved')
  const { outcome, state, source, conflicts } = best
  const knownFrom = isLinkable ? new Date(knownFromOf(call)).toISOString() : null
  return {
    outcome: lines[0]
      ? tellTime(lines[0]).outcome
      : { outcome, state, source, knownFrom, isLinkable },
    conflicts,
  }
}

const knownFromOf = (call: CallRow): number => call.startedAt.getTime() + call.windowSeconds * 1000

const statusOf = (
  row: { startedAt: Date; nextSameIssueAt: Date | null; direction: string },
  call: CallRow,
) =>
  windowStatus(row.direction === 'inbound' && call.customerKey !== null && call.issue !== null, {
    startedAt: row.startedAt.getTime(),
    nextSameIssueAt: row.nextSameIssueAt?.getTime() ?? null,
    window: call.windowSeconds * 1000,
    watermarkAt: call.watermark?.getTime() ?? -Infinity,
  })

function tellLeg(
  leg: LegRow,
  lines: readonly LineRow[],
  ownPercentile: number | null,
  sight: Sight,
): Omit<CallPage['legs'][number], 'later'> {
  const isSeen = mayRead(sight, personOf(leg))
  const line = lines.find((each) => each.legNo === leg.legNo)
  const { legNo, queue, talkIncludesHold, ending, endedBy, isNeutral, isHandedOn } = leg
  const shown = <T>(value: T): T | null => (isSeen ? value : null)
  const isCompared = line !== undefined && line.timeClass !== 'no_reference'
  return {
    ...{ legNo, queue, talkIncludesHold, ending, endedBy, isNeutral, isHandedOn },
    rep: isSeen ? { id: leg.repId, name: leg.repName } : null,
    answeredAt: leg.answeredAt?.toISOString() ?? null,
    endedAt: shown(leg.endedAt)?.toISOString() ?? null,
    ringSeconds: shown(leg.ringSeconds),
    talkSeconds: shown(leg.talkSeconds),
    holdSeconds: shown(leg.holdSeconds),
    wrapSeconds: shown(leg.wrapSeconds),
    time: isSeen && line ? tellTime(line) : null,
    percentile: isSeen && isCompared ? ownPercentile : null,
  }
}

/** A leg's time as far as the viewer may see it. */
const seenTime = (leg: LegRow, sight: Sight) => ({
  legNo: leg.legNo,
  handleSeconds: mayRead(sight, personOf(leg)) ? leg.handleSeconds : null,
})

function tellChained(row: ChainRow, call: CallRow, sight: Sight): CallPage['chain'][number] {
  const seen = row.reps.filter((rep) => mayRead(sight, rep))
  return {
    callId: row.callId,
    startedAt: row.startedAt.toISOString(),
    direction: row.direction,
    isThisCall: row.callId === call.callId,
    isAbandoned: row.isAbandoned,
    position: row.position,
    windowStatus: row.direction === 'inbound' ? statusOf(row, call) : null,
    reps: seen.map(({ id, name }) => ({ id, name })),
    colleagues: row.reps.length - seen.length,
    handleSeconds: seen.length === row.reps.length ? row.handleSeconds : null,
  }
}
