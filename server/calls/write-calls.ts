import { invariant } from '../../shared/invariant.ts'
import { type Contact, linkCustomer, type Links } from '../../shared/calls/link-customer.ts'
import { type Transaction } from '../database/connect.ts'
import { type AliasPlace, copyCalls, copyLegs, copyOffers } from './call-rows.ts'
import { type CellKeys, cellKey, findCells } from './cell-store.ts'
import { addDeclarations, gatherClaims, removeDeclarations } from './claim-store.ts'
import {
  analyzeAfterGrowth,
  findAliases,
  findContacts,
  type LinkedContact,
  removeReplaced,
  takeCallIds,
  type Written,
} from './ingest-store.ts'
import { type PreparedCall } from './prepare-call.ts'
import { findLegPlaces, moveLegs, updateLinks } from './relink-store.ts'

/** A call to write: new where it has no id yet, else in place of its former state. */
export type ToWrite = {
  call: PreparedCall
  id: number | null
  feedId: number
  /** Customer of the state being replaced: their other calls are linked anew too. */
  formerCustomerKey: string | null
}

type Place = { cellId: number; repId: number }

/**
 * Writes calls with their legs, links every customer concerned anew, and changes exactly the
 * other calls whose links have changed. Runs under the organization's lock.
 *
 * @returns cell and rep of each leg that was written or moved
 */
export async function writeCalls(
  transaction: Transaction,
  organizationId: number,
  windowSeconds: number,
  writes: readonly ToWrite[],
): Promise<Place[]> {
  if (writes.length === 0) return []
  const ids = await takeCallIds(transaction, writes.filter((write) => write.id === null).length)
  const unused = [...ids]
  const numbered = writes.map((write) => ({ ...write, id: write.id ?? unused.shift() ?? 0 }))
  const replaced = writes.flatMap((write) => (write.id === null ? [] : [write.id]))
  const stored = await findContacts(transaction, organizationId, keysOf(writes), replaced)
  const links = linkAll(stored, numbered, windowSeconds)
  await removeReplaced(transaction, organizationId, replaced)
  const written = numbered.map((row) => ({ ...row, links: links.get(row.id) ?? unlinked }))
  const moved = await relink(transaction, organizationId, stored, links)
  const placed = await copyAll(transaction, organizationId, written)
  await addClaims(transaction, organizationId, written, replaced)
  await analyzeAfterGrowth(transaction, ids)
  return [...moved, ...placed]
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
    if (call.customer) keys.add(call.customer.key.toString('hex'))
    if (formerCustomerKey !== null) keys.add(formerCustomerKey)
  }
  return [...keys]
}

function linkAll(
  stored: readonly LinkedContact[],
  written: readonly { id: number; call: PreparedCall }[],
  windowSeconds: number,
): Map<number, Links> {
  const byCustomer = new Map<string, Contact[]>()
  const add = (key: string, contact: Contact) => {
    const group = byCustomer.get(key)
    if (group) group.push(contact)
    else byCustomer.set(key, [contact])
  }
  for (const contact of stored) add(contact.customerKey, contact)
  for (const { id, call } of written) {
    if (call.customer) add(call.customer.key.toString('hex'), contactOf(id, call))
  }
  const links = new Map<number, Links>()
  for (const contacts of byCustomer.values()) {
    for (const [id, own] of linkCustomer(contacts, windowSeconds * 1000)) links.set(id, own)
  }
  return links
}

const contactOf = (id: number, call: PreparedCall): Contact => ({
  id,
  order: `${call.source}\u0000${call.externalId}`,
  startedAt: call.startedAt,
  issue: call.record.issue ?? null,
  direction: call.record.direction,
})

/** Changes the calls that were there before, where linking now says something else of them. */
async function relink(
  transaction: Transaction,
  organizationId: number,
  stored: readonly LinkedContact[],
  links: ReadonlyMap<number, Links>,
): Promise<Place[]> {
  const changed = stored.flatMap((contact) => {
    const now = links.get(contact.id)
    return now && !areSame(contact.links, now)
      ? [{ ...contact, links: now, before: contact.links }]
      : []
  })
  await updateLinks(transaction, organizationId, changed)
  const moving = changed.filter((each) => !isSameCell(each.before, each.links))
  if (moving.length === 0) return []
  const contacts = new Map(moving.map((contact) => [contact.id, contact]))
  const legs = await findLegPlaces(transaction, organizationId, [...contacts.keys()])
  const keyed = legs.map((leg) => {
    const contact = contacts.get(leg.callId)
    invariant(contact, 'legs were asked for by these contacts')
    return { leg, keys: cellKeysOf(leg.queue, contact.issue, contact.audience, contact.links) }
  })
  const cells = await findCells(
    transaction,
    organizationId,
    keyed.map(({ keys }) => keys),
  )
  const moves = keyed.map(({ leg, keys }) => ({ ...leg, cellId: idOf(cells, keys) }))
  await moveLegs(transaction, organizationId, moves)
  return moves
}

const areSame = (a: Links, b: Links): boolean =>
  a.chainId === b.chainId &&
  a.position === b.position &&
  a.callerFrequency === b.callerFrequency &&
  a.nextSameIssueAt === b.nextSameIssueAt &&
  a.nextAnyAt === b.nextAnyAt

const isSameCell = (a: Links, b: Links): boolean =>
  positionStep(a) === positionStep(b) && frequencyStep(a) === frequencyStep(b)

/** Third attempts and later ones are one kind of call. */
const positionStep = (links: Links): number => Math.min(links.position ?? 1, 3)

const frequencyStep = ({ callerFrequency }: Links): number =>
  callerFrequency <= 1 ? 0 : callerFrequency <= 5 ? 1 : 2

const cellKeysOf = (
  queue: string | null,
  issue: string | null,
  audience: string | null,
  links: Links,
): CellKeys => ({
  queue,
  issue,
  audience,
  position: positionStep(links),
  frequency: frequencyStep(links),
})

function idOf(cells: ReadonlyMap<string, number>, keys: CellKeys): number {
  const id = cells.get(cellKey(keys))
  invariant(id !== undefined, 'every cell was created before it is used')
  return id
}

async function copyAll(
  transaction: Transaction,
  organizationId: number,
  written: readonly Written[],
): Promise<Place[]> {
  const aliases = await findAliases(transaction, organizationId, namesIn(written))
  const placeOf = (source: string, alias: string): AliasPlace => {
    const place = aliases.get(`${source}\u0000${alias}`)
    invariant(place, 'every alias was created before it is used')
    return place
  }
  const keysOfLeg = (row: Written, queue: string | null) =>
    cellKeysOf(queue, row.call.record.issue ?? null, row.call.record.audience ?? null, row.links)
  const wanted = written.flatMap((row) => row.call.legs.map((leg) => keysOfLeg(row, leg.queue)))
  const cells = await findCells(transaction, organizationId, wanted)
  const cellOf = (row: Written, queue: string | null) => idOf(cells, keysOfLeg(row, queue))
  await copyCalls(transaction, organizationId, written)
  await copyLegs(transaction, organizationId, written, placeOf, cellOf)
  await copyOffers(transaction, organizationId, written, placeOf)
  return written.flatMap((row) =>
    row.call.legs.map((leg) => ({
      cellId: cellOf(row, leg.queue),
      repId: placeOf(row.call.source, leg.alias).repId,
    })),
  )
}

function namesIn(written: readonly Written[]): { source: string; alias: string }[] {
  const names = new Map<string, { source: string; alias: string }>()
  for (const { call } of written) {
    const aliases = [...call.legs.map((leg) => leg.alias), ...call.offers.map((offer) => offer.rep)]
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
