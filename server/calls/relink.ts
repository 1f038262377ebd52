import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { type Contact, linkCustomer, type Links } from '../../shared/calls/link-customer.ts'
import { invariant } from '../../shared/invariant.ts'
import { type Transaction } from '../database/connect.ts'
import { cellKeysOf, frequencyStep, positionStep } from './cell-keys.ts'
import { findCells, wantedCells } from './cell-store.ts'
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
  for (const group of byCustomer.values()) linkCustomer(group, terms, links)
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
  const moving = changed.filter(({ former, now }) => !isSameCell(caseMix, former, now))
  await sortLegs(transaction, organizationId, caseMix, moving)
}

/** A call, what its links were, and what they are now. */
type Relinked = { id: number; former: Links; now: Links }

/** Writes the links that differ from those stored, and says which those are. */
export async function changeLinks(
  transaction: Transaction,
  organizationId: number,
  stored: readonly LinkedContact[],
  links: ReadonlyMap<number, Links>,
): Promise<Relinked[]> {
  const changed: Relinked[] = []
  for (const { id, links: former } of stored) {
    const now = links.get(id)
    if (now && !areSame(former, now)) changed.push({ id, former, now })
  }
  await updateLinks(transaction, organizationId, changed)
  return changed
}

/** Puts the legs of some calls into the cells that these links say. */
export async function sortLegs(
  transaction: Transaction,
  organizationId: number,
  caseMix: CaseMix,
  calls: readonly { id: number; now: Links }[],
): Promise<void> {
  if (calls.length === 0) return
  const linksOf = new Map(calls.map(({ id, now }) => [id, now]))
  const legs = await findLegPlaces(transaction, organizationId, [...linksOf.keys()])
  const wanted = wantedCells()
  const sorted = legs.map((leg) => {
    const links = linksOf.get(leg.callId)
    invariant(links, 'legs were asked for by these calls')
    return { leg, cell: wanted.want(cellKeysOf(caseMix, leg, links)) }
  })
  const cells = await findCells(transaction, organizationId, wanted)
  const moves = sorted.map(({ leg, cell }) => ({ ...leg, cellId: cells.idOf(cell) }))
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
