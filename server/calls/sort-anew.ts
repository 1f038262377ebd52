import { unlinked } from '../../shared/calls/link-customer.ts'
import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { findContacts, lockOrganization, type Terms } from './ingest-store.ts'
import { changeLinks, linkAll, sortLegs } from './relink.ts'
import {
  findCustomers,
  findLoneCalls,
  findSorting,
  keepCaseMix,
  keepPlace,
  findCaseMix,
  type SortingPlace,
} from './sort-store.ts'

/** Customers, or calls without one, sorted in one transaction: ingestion waits no longer. */
const customersAtATime = 500
const callsAtATime = 5_000

/**
 * Changes what makes two calls of one kind. Calls that come in are sorted by it at once, those
 * that are there in the background.
 *
 * @throws Refused while a former change is still being carried out
 */
export async function changeCaseMix(
  database: Database,
  organizationId: number,
  caseMix: CaseMix,
): Promise<void> {
  await database.writing.begin(async (transaction) => {
    await lockOrganization(transaction, organizationId)
    const { isSorting } = await findCaseMix(transaction, organizationId)
    if (isSorting) {
      throw new Refused('already_building', 'Calls are still being sorted by the last change.')
    }
    await keepCaseMix(transaction, organizationId, caseMix)
  })
}

/** Sorts on where a change was made, a part in each transaction; stops when everything is sorted. */
export async function sortAll(database: Database): Promise<void> {
  for (const { organizationId } of await findSorting(database.reading)) {
    while (await sortOn(database, organizationId));
  }
}

const sortOn = (database: Database, organizationId: number): Promise<boolean> =>
  database.writing.begin(async (transaction) => {
    const terms = await lockOrganization(transaction, organizationId)
    const sorting = await findSorting(transaction)
    const place = sorting.find((each) => each.organizationId === organizationId)?.place
    if (!place) return false
    const next = await sortPart(transaction, organizationId, terms, place)
    await keepPlace(transaction, organizationId, next)
    return next !== null
  })

/** @returns where to go on; null when everything is sorted */
async function sortPart(
  transaction: Transaction,
  organizationId: number,
  terms: Terms,
  place: SortingPlace,
): Promise<SortingPlace | null> {
  if ('callsAfter' in place) {
    const lone = await findLoneCalls(transaction, organizationId, place.callsAfter, callsAtATime)
    const calls = lone.map(({ id }) => ({ id, now: unlinked }))
    await sortLegs(transaction, organizationId, terms.caseMix, calls)
    const last = lone.at(-1)
    return last ? { callsAfter: last.id } : null
  }
  const { customersAfter } = place
  const keys = await findCustomers(transaction, organizationId, customersAfter, customersAtATime)
  const contacts = await findContacts(transaction, organizationId, keys, [])
  const links = linkAll(contacts, terms)
  await changeLinks(transaction, organizationId, contacts, links)
  const linked = contacts.map(({ id, links: former }) => ({ id, now: links.get(id) ?? former }))
  await sortLegs(transaction, organizationId, terms.caseMix, linked)
  const last = keys.at(-1)
  return last === undefined ? { callsAfter: 0 } : { customersAfter: last }
}
