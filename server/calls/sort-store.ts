import { type CaseMix, defaultCaseMix } from '../../shared/balance/case-mix.ts'
import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** Sorting goes through the customers first, then through the calls without one. */
export type SortingPlace = { customersAfter: string } | { callsAfter: number }

const placeIn = (text: string): SortingPlace =>
  text.startsWith('#') ? { callsAfter: Number(text.slice(1)) } : { customersAfter: text }

const textOf = (place: SortingPlace): string =>
  'callsAfter' in place ? `#${place.callsAfter}` : place.customersAfter

/** Organizations whose calls are being sorted anew, with how far that has come. */
export async function findSorting(
  sql: Reader,
): Promise<{ organizationId: number; place: SortingPlace }[]> {
  const rows = await sql<{ organizationId: number; after: string }[]>`
    select id as "organizationId", sorting_after as after from organization
    where sorting_after is not null order by id`
  return rows.map(({ organizationId, after }) => ({ organizationId, place: placeIn(after) }))
}

export async function keepPlace(
  transaction: Transaction,
  organizationId: number,
  place: SortingPlace | null,
): Promise<void> {
  await transaction`
    update organization set sorting_after = ${place && textOf(place)} where id = ${organizationId}`
}

/** The next customers in order of their keys, in hex. */
export async function findCustomers(
  transaction: Transaction,
  organizationId: number,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await transaction<{ key: string }[]>`
    select distinct customer_key, encode(customer_key, 'hex') as key from call
    where organization_id = ${organizationId} and customer_key is not null
      and customer_key > decode(${after}, 'hex')
    order by customer_key limit ${limit}`
  return rows.map(({ key }) => key)
}

/** Calls whose customer is not known stand alone; the next of them in order of their numbers. */
export const findLoneCalls = (
  transaction: Transaction,
  organizationId: number,
  after: number,
  limit: number,
): Promise<{ id: number }[]> => transaction`
  select id::float8 from call
  where organization_id = ${organizationId} and id > ${after} and customer_key is null
  order by id limit ${limit}`

/** What makes a kind of call in an organization, and whether calls are being sorted anew. */
export async function findCaseMix(
  sql: Reader,
  organizationId: number,
): Promise<{ caseMix: CaseMix; isSorting: boolean }> {
  const [row] = await sql<{ caseMix: CaseMix | null; isSorting: boolean }[]>`
    select case_mix as "caseMix", sorting_after is not null as "isSorting"
    from organization where id = ${organizationId}`
  return { caseMix: row?.caseMix ?? defaultCaseMix, isSorting: row?.isSorting ?? false }
}

export async function keepCaseMix(
  transaction: Transaction,
  organizationId: number,
  caseMix: CaseMix,
): Promise<void> {
  await transaction`
    update organization set case_mix = ${JSON.stringify(caseMix)}::text::jsonb,
      sorting_after = ${textOf({ customersAfter: '' })}, is_reference_due = true
    where id = ${organizationId}`
}
