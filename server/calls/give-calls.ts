import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { type Transaction } from '../database/connect.ts'
import { copyLegs, copyStints } from './call-rows.ts'
import { cellKeysOf } from './cell-keys.ts'
import { findCells, wantedCells } from './cell-store.ts'
import { lockOrganization } from './ingest-store.ts'
import {
  findCallsToRejoin,
  findStints,
  findToRejoin,
  moveParts,
  type NamesGiven,
  type RejoinedCall,
  removeParts,
  type StintRow,
} from './rejoin-store.ts'
import { legsOf, stintsToKeep } from './stints.ts'

/** Calls whose legs are joined anew at a time. */
const callsAtATime = 1_000

/**
 * Gives the calls under some names to the rep whose these names are now, as if they had come with
 * that rep from the start: names of one rep in one call are one leg, names of two are two again.
 * The triggers note the days of every leg that changes. Runs under the organization's lock.
 *
 * @returns how many legs changed hands
 */
export async function giveCalls(
  transaction: Transaction,
  organizationId: number,
  given: NamesGiven,
): Promise<number> {
  const { caseMix } = await lockOrganization(transaction, organizationId)
  const legs = await moveParts(transaction, organizationId, given)
  const callIds = await findToRejoin(transaction, organizationId, given)
  for (let start = 0; start < callIds.length; start += callsAtATime) {
    const some = callIds.slice(start, start + callsAtATime)
    await rejoin(transaction, organizationId, caseMix, some)
  }
  return legs
}

async function rejoin(
  transaction: Transaction,
  organizationId: number,
  caseMix: CaseMix,
  callIds: readonly number[],
): Promise<void> {
  const calls = await findCallsToRejoin(transaction, organizationId, callIds)
  const stintsByCall = new Map<number, StintRow[]>()
  for (const stint of await findStints(transaction, organizationId, callIds)) {
    const stints = stintsByCall.get(stint.callId)
    if (stints) stints.push(stint)
    else stintsByCall.set(stint.callId, [stint])
  }
  const told = calls.map((call) => joinedAnew(call, stintsByCall.get(call.id) ?? []))
  const wanted = wantedCells()
  const rows = told.flatMap(({ call, legs }) =>
    legs.map((leg, place) => ({
      ...{ callId: call.id, startedAt: call.startedAt, legNo: place + 1, leg },
      at: { aliasId: leg.stint.aliasId, repId: leg.stint.repId },
      cell: wanted.want(cellKeysOf(caseMix, { ...call, queue: leg.queue }, linksOf(call))),
    })),
  )
  const cells = await findCells(transaction, organizationId, wanted)
  await removeParts(transaction, organizationId, callIds)
  await copyLegs(transaction, organizationId, rows, cells)
  await copyStints(
    transaction,
    organizationId,
    told.map(({ call, stints }) => ({ callId: call.id, stints })),
  )
}

function joinedAnew(call: RejoinedCall, stints: readonly StintRow[]) {
  const legs = legsOf(stints, call.queue, ({ repId }) => repId)
  return {
    call,
    legs,
    stints: stintsToKeep(stints, call.queue, legs.length, ({ aliasId }) => aliasId),
  }
}

/** What a leg's kind of call needs of the links, as they are stored. */
const linksOf = ({ position, callerFrequency }: RejoinedCall) => ({
  ...{ position, callerFrequency: callerFrequency ?? 0 },
  ...{ chainId: null, nextSameIssueAt: null, nextAnyAt: null },
})
