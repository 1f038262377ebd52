import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { invariant } from '../../shared/invariant.ts'
import { type Links } from '../../shared/calls/link-customer.ts'
import { type Transaction } from '../database/connect.ts'
import { type AliasPlace, copyCalls, copyLegs, copyOffers, copyStints } from './call-rows.ts'
import { cellKeysOf } from './cell-keys.ts'
import { findCells } from './cell-store.ts'
import { addDeclarations, gatherClaims, removeDeclarations } from './claim-store.ts'
import {
  analyzeAfterGrowth,
  findAliases,
  findContacts,
  removeReplaced,
  takeCallIds,
  type Terms,
  type Written,
} from './ingest-store.ts'
import { type CustomerKey } from './customer-key.ts'
import { type PreparedCall } from './prepare-call.ts'
import { idOf, linkAll, relink } from './relink.ts'
import { legsOf, stintsToKeep } from './stints.ts'

/** A call to write: new where it has no id yet, else in place of its former state. */
export type ToWrite = {
  call: PreparedCall
  id: number | null
  feedId: number
  /** Customer of the state being replaced: their other calls are linked anew too. */
  formerCustomerKey: string | null
}

/**
 * Writes calls with their legs, links every customer concerned anew, and changes exactly the
 * other calls whose links have changed. Runs under the organization's lock.
 */
export async function writeCalls(
  transaction: Transaction,
  organizationId: number,
  terms: Terms,
  writes: readonly ToWrite[],
): Promise<void> {
  if (writes.length === 0) return
  const ids = await takeCallIds(transaction, writes.filter((write) => write.id === null).length)
  const unused = [...ids]
  const numbered = writes.map((write) => ({ ...write, id: write.id ?? unused.shift() ?? 0 }))
  const replaced = writes.flatMap((write) => (write.id === null ? [] : [write.id]))
  const stored = await findContacts(transaction, organizationId, keysOf(writes), replaced)
  const links = linkAll([...stored, ...contactsOf(numbered)], terms)
  await removeReplaced(transaction, organizationId, replaced)
  const written = numbered.map((row) => ({ ...row, links: links.get(row.id) ?? unlinked }))
  await relink(transaction, organizationId, terms.caseMix, stored, links)
  await copyAll(transaction, organizationId, terms.caseMix, written)
  await addClaims(transaction, organizationId, written, replaced)
  await analyzeAfterGrowth(transaction, ids)
}

const unlinked: Links = {
  chainId: null,
  position: null,
  callerFrequency: 0,
  nextSameIssueAt: null,
  nextAnyAt: null,
}

function keysOf(writes: readonly ToWrite[]): string[] {
  const keys = new Set<string>()
  for (const { call, formerCustomerKey } of writes) {
    if (call.customer) keys.add(call.customer.hex)
    if (formerCustomerKey !== null) keys.add(formerCustomerKey)
  }
  return [...keys]
}

const contactsOf = (written: readonly { id: number; call: PreparedCall }[]) =>
  written.flatMap(({ id, call }) => (call.customer ? [contactOf(id, call, call.customer)] : []))

const contactOf = (id: number, call: PreparedCall, customer: NonNullable<CustomerKey>) => ({
  id,
  customerKey: customer.hex,
  order: `${call.source}\u0000${call.externalId}`,
  startedAt: call.startedAt,
  issue: call.record.issue ?? null,
  direction: call.record.direction,
})

async function copyAll(
  transaction: Transaction,
  organizationId: number,
  caseMix: CaseMix,
  written: readonly Written[],
): Promise<void> {
  const aliases = await findAliases(transaction, organizationId, namesIn(written))
  const placeOf = (source: string, alias: string): AliasPlace => {
    const place = aliases.get(`${source}\u0000${alias}`)
    invariant(place, 'every alias was created before it is used')
    return place
  }
  const told = written.map((row) => placed(row, placeOf))
  const rows = told.flatMap(({ row, legs }) =>
    legs.map(({ leg, at }, place) => {
      const keys = cellKeysOf(caseMix, keysOfRecord(row.call.record, leg.queue), row.links)
      return { row, leg, at, legNo: place + 1, keys }
    }),
  )
  const wanted = rows.map(({ keys }) => keys)
  const cells = await findCells(transaction, organizationId, wanted)
  await copyCalls(transaction, organizationId, written)
  await copyLegs(
    transaction,
    organizationId,
    rows.map(({ row, leg, at, legNo, keys }) => ({
      callId: row.id,
      startedAt: row.call.startedAt,
      legNo,
      at,
      cellId: idOf(cells, keys),
      leg,
    })),
  )
  await copyStints(
    transaction,
    organizationId,
    told.map(({ row, stints }) => ({ callId: row.id, stints })),
  )
  await copyOffers(transaction, organizationId, written, placeOf)
}

/** A call's stints with whose they are, and the legs they make. */
function placed(row: Written, placeOf: (source: string, alias: string) => AliasPlace) {
  const { call } = row
  const callQueue = call.record.queue ?? null
  const placeOfStint = ({ alias }: { alias: string }) => placeOf(call.source, alias)
  const legs = legsOf(call.stints, callQueue, (stint) => placeOfStint(stint).repId).map((leg) => ({
    leg,
    at: placeOfStint(leg),
  }))
  const kept = stintsToKeep(call.stints, callQueue, legs.length, ({ alias }) => alias)
  const stints = kept.map((stint) => ({ ...stint, aliasId: placeOfStint(stint).aliasId }))
  return { row, legs, stints }
}

const keysOfRecord = (record: CallRecord, queue: string | null) => ({
  queue,
  issue: record.issue ?? null,
  audience: record.audience ?? null,
  language: record.language ?? null,
})

function namesIn(written: readonly Written[]): { source: string; alias: string }[] {
  const names = new Map<string, { source: string; alias: string }>()
  for (const { call } of written) {
    const aliases = [
      ...call.stints.map((stint) => stint.alias),
      ...call.offers.map((offer) => offer.rep),
    ]
    for (const alias of aliases) {
      names.set(`${call.source}\u0000${alias}`, { source: call.source, alias })
    }
  }
  return [...names.values()]
}

async function addClaims(
  transaction: Transaction,
  organizationId: number,
  written: readonly Written[],
  replaced: readonly number[],
): Promise<void> {
  const declared = written.flatMap(({ id, call }) => {
    const claim = call.record.declaredResolution
    if (claim == null) return []
    return [{ callId: id, claim, at: Date.parse(call.record.endedAt ?? call.record.startedAt) }]
  })
  await removeDeclarations(transaction, organizationId, replaced)
  await addDeclarations(transaction, organizationId, declared)
  await gatherClaims(transaction, organizationId, replaced)
}
