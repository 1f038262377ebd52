import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { type Contact, linkCustomer, type Links } from '../../shared/calls/link-customer.ts'
import { invariant } from '../../shared/invariant.ts'
import { type Transaction } from '../database/connect.ts'
import { cellKeysOf, frequencyStep, positionStep } from './cell-keys.ts'
import { type CellKeys, cellKey, findCells } from './cell-store.ts'
import { type LinkedContact, type Terms } from './ingest-store.ts'
import { findLegPlaces, moveLegs, updateLinks } from './relink-store.ts'

const dayMilliseconds = 86_400_000

/** Links all contacts of each customer; contacts carry their customer's key. */
export function linkAll(
  contacts: readonly (Contact & { customerKey: string })[],
  { windowSeconds, caseMix }: Terms,
): Map<number, Links> {
  const byCustomer = new Map<string, Contact[]>()
  for (const contact of contacts) {
    const group = byCustomer.get(contact.customerKey)
    if (group) group.push(contact)
    else byCustomer.set(contact.customerKey, [contact])
  }
  // Where frequency tells no kinds apart, no earlier call is counted.
  const terms = {
    windowMilliseconds: windowSeconds * 1000,
    frequencyMilliseconds: (caseMix.frequencyDays ?? 0) * dayMilliseconds,
  }
  const links = new Map<number, Links>()
  for (const group of byCustomer.values()) {
    for (const [id, own] of linkCustomer(group, terms)) links.set(id, own)
  }
  return links
}

/** Changes the calls that were there before, where linking now says something else of them. */
export async function relink(
  transaction: Transaction,
  organizationId: number,
  caseMix: CaseMix,
  stored: readonly LinkedContact[],
  links: ReadonlyMap<number, Links>,
): Promise<void> {
  const changed = await changeLinks(transaction, organizationId, stored, links)
  const moving = changed.filter((each) => !isSameCell(caseMix, each.before, each.links))
  await sortLegs(transaction, organizationId, caseMix, moving)
}

/** Writes the links that differ from those stored, and says which those are. */
export async function changeLinks(
  transaction: Transaction,
  organizationId: number,
  stored: readonly LinkedContact[],
  links: ReadonlyMap<number, Links>,
): Promise<(LinkedContact & { before: Links })[]> {
  const changed = stored.flatMap((contact) => {
    const now = links.get(contact.id)
    return now && !areSame(contact.links, now)
      ? [{ ...contact, links: now, before: contact.links }]
      : []
  })
  await updateLinks(transaction, organizationId, changed)
  return changed
}

/** Puts the legs of some contacts into the cells their links and keys say. */
export async function sortLegs(
  transaction: Transaction,
  organizationId: number,
  caseMix: CaseMix,
  contacts: readonly Omit<LinkedContact, 'customerKey' | 'order'>[],
): Promise<void> {
  if (contacts.length === 0) return
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  const legs = await findLegPlaces(transaction, organizationId, [...byId.keys()])
  const keyed = legs.map((leg) => {
    const contact = byId.get(leg.callId)
    invariant(contact, 'legs were asked for by these contacts')
    return { leg, keys: cellKeysOf(caseMix, { ...contact, queue: leg.queue }, contact.links) }
  })
  const wanted = keyed.map(({ keys }) => keys)
  const cells = await findCells(transaction, organizationId, wanted)
  const moves = keyed.map(({ leg, keys }) => ({ ...leg, cellId: idOf(cells, keys) }))
  await moveLegs(
    transaction,
    organizationId,
    moves.filter((leg) => leg.cellId !== leg.formerCellId),
  )
}

const areSame = (a: Links, b: Links): boolean =>
  a.chainId === b.chainId &&
  a.position === b.position &&
  a.callerFrequency === b.callerFrequency &&
  a.nextSameIssueAt === b.nextSameIssueAt &&
  a.nextAnyAt === b.nextAnyAt

const isSameCell = (caseMix: CaseMix, a: Links, b: Links): boolean =>
  positionStep(caseMix, a) === positionStep(caseMix, b) &&
  frequencyStep(caseMix, a) === frequencyStep(caseMix, b)

export function idOf(cells: ReadonlyMap<string, number>, keys: CellKeys): number {
  const id = cells.get(cellKey(keys))
  invariant(id !== undefined, 'every cell was created before it is used')
  return id
}
