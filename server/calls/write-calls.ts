import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { invariant } from '../../shared/invariant.ts'
import { unlinked } from '../../shared/calls/link-customer.ts'
import { type Transaction } from '../database/connect.ts'
import {
  copyCalls,
  copyLegs,
  copyOffers,
  copyStints,
  type KeptStints,
  type LegRow,
  type PlaceOf,
} from './call-rows.ts'
import { cellKeysOf } from './cell-keys.ts'
import { findCells, wantedCells } from './cell-store.ts'
import { addDeclarations, gatherClaims, removeDeclarations } from './claim-store.ts'
import {
  type Aliases,
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
import { linkAll, relink } from './relink.ts'
import { legsOf, stintOf, stintsToKeep } from './stints.ts'

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
  const replaced = writes.flatMap((write) => (write.id === null ? [] : [write.id]))
  const [ids, stored, aliases] = await Promise.all([
    takeCallIds(transaction, writes.length - replaced.length),
    findContacts(transaction, organizationId, keysOf(writes), replaced),
    findAliases(transaction, organizationId, namesIn(writes)),
  ])
  let used = 0
  const written = writes.map(({ call, feedId, id }): Written => {
    return { id: id ?? ids[used++] ?? 0, feedId, call, links: unlinked }
  })
  const links = linkAll([...stored, ...contactsOf(written)], terms)
  for (const row of written) row.links = links.get(row.id) ?? unlinked
  await removeReplaced(transaction, organizationId, replaced)
  await relink(transaction, organizationId, terms.caseMix, stored, links)
  await copyAll(transaction, organizationId, { written, aliases, caseMix: terms.caseMix })
  await addClaims(transaction, organizationId, written, replaced)
  await analyzeAfterGrowth(transaction, ids)
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
  source: call.source,
  externalId: call.externalId,
  startedAt: call.startedAt,
  issue: call.record.issue ?? null,
  direction: call.record.direction,
})

async function copyAll(
  transaction: Transaction,
  organizationId: number,
  {
    written,
    aliases,
    caseMix,
  }: { written: readonly Written[]; aliases: Aliases; caseMix: CaseMix },
): Promise<void> {
  const placeOf: PlaceOf = (source, alias) => {
    const place = aliases.get(source, alias)
    invariant(place, 'every alias was created before it is used')
    return place
  }
  const wanted = wantedCells()
  const rows: LegRow[] = []
  const kept: KeptStints[] = []
  for (const row of written) {
    const { legs, stints } = placed(row, placeOf)
    for (const [place, { leg, at }] of legs.entries()) {
      const keys = cellKeysOf(caseMix, keysOfRecord(row.call.record, leg.queue), row.links)
      const { id: callId, call } = row
      const { startedAt } = call
      rows.push({ callId, startedAt, legNo: place + 1, leg, at, cell: wanted.want(keys) })
    }
    if (stints.length > 0) kept.push({ callId: row.id, stints })
  }
  const cells = await findCells(transaction, organizationId, wanted)
  await copyCalls(transaction, organizationId, written)
  await copyLegs(transaction, organizationId, rows, cells)
  await copyStints(transaction, organizationId, kept)
  await copyOffers(transaction, organizationId, written, placeOf)
}

/** A call's stints with whose they are, and the legs they make. */
function placed({ call }: Written, placeOf: PlaceOf) {
  const callQueue = call.record.queue ?? null
  const given = call.record.legs.map(stintOf)
  const joined = legsOf(given, callQueue, ({ alias }) => placeOf(call.source, alias).repId)
  const legs = joined.map((leg) => ({ leg, at: placeOf(call.source, leg.stint.alias) }))
  const kept = stintsToKeep(given, callQueue, legs.length, ({ alias }) => alias)
  const stints = kept.map((stint) => {
    return { ...stint, aliasId: placeOf(call.source, stint.alias).aliasId }
  })
  return { legs, stints }
}

const keysOfRecord = (record: CallRecord, queue: string | null) => ({
  queue,
  issue: record.issue ?? null,
  audience: record.audience ?? null,
  language: record.language ?? null,
})

/** The names in some calls, each once, by their source. */
function namesIn(written: readonly { call: PreparedCall }[]): Map<string, Set<string>> {
  const bySource = new Map<string, Set<string>>()
  for (const { call } of written) {
    const names = bySource.get(call.source) ?? new Set()
    bySource.set(call.source, names)
    for (const { rep } of call.record.legs) names.add(rep)
    for (const { rep } of call.record.offers ?? []) names.add(rep)
  }
  return bySource
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
