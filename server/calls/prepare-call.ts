import { CallRecord, LegRecord, OfferRecord } from '../../shared/calls/call-record.ts'
import { type CustomerKey } from './customer-key.ts'
import { type Hashers } from './hashers.ts'

/**
 * A checked record with what needs no database: customer and facts hashed. Whose its legs are, and
 * so which of them are one, is known only when it is written.
 */
export type PreparedCall = {
  source: string
  externalId: string
  version: number | null
  /** In hexadecimal digits. */
  factsHash: string
  startedAt: number
  customer: CustomerKey
  record: CallRecord
}

/** Turns a checked record into rows to be, without asking the database anything. */
export function prepareCall(record: CallRecord, hashers: Hashers): PreparedCall {
  const customer = hashers.customer(record.customer)
  return {
    source: record.source,
    externalId: record.externalId,
    version: record.version ?? null,
    factsHash: hashers.facts(factsOf(record, customer)),
    startedAt: Date.parse(record.startedAt),
    customer,
    record,
  }
}

/** Facts are equal when this is: everything but the version, absent and null being the same. */
function factsOf(record: CallRecord, customer: CustomerKey): string {
  const facts: unknown[] = [customer?.hex ?? null]
  for (const field of plainFields) facts.push(record[field] ?? null)
  facts.push(
    record.legs.map((leg) => inOrder(leg, legFields)),
    record.offers?.map((offer) => inOrder(offer, offerFields)) ?? null,
    record.disposition && [record.disposition.code ?? null, record.disposition.label ?? null],
    record.csat && [record.csat.score, record.csat.min, record.csat.max],
  )
  return JSON.stringify(facts)
}

/** Taken from the schema, so that a new field is a fact without anybody thinking of it. */
const legFields = Object.keys(LegRecord.properties) as (keyof LegRecord)[]
const offerFields = Object.keys(OfferRecord.properties) as (keyof OfferRecord)[]
const apart = new Set(['version', 'customer', 'legs', 'offers', 'disposition', 'csat'])
const plainFields = (Object.keys(CallRecord.properties) as (keyof CallRecord)[]).filter(
  (field) => !apart.has(field),
)

const inOrder = <R extends object>(record: R, fields: readonly (keyof R)[]): unknown[] =>
  fields.map((field) => record[field] ?? null)
