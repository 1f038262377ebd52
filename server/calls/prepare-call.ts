import { createHmac } from 'node:crypto'
import { CallRecord, LegRecord, OfferRecord } from '../../shared/calls/call-record.ts'
import { handedOn } from '../../shared/calls/handed-on.ts'
import { handleSeconds } from '../../shared/calls/handle-seconds.ts'
import { type CustomerHasher, type CustomerKey } from './customer-key.ts'

/** Beyond this a leg's end was probably not registered; its time is kept but not compared. */
export const suspectSecondsLimit = 14_400
const hashBytes = 16

/** A checked record as it will be stored: legs joined by rep, customer hashed, facts hashed. */
export type PreparedCall = {
  source: string
  externalId: string
  version: number | null
  factsHash: Buffer
  startedAt: number
  customer: CustomerKey
  record: CallRecord
  legs: PreparedLeg[]
  offers: OfferRecord[]
}

export type PreparedLeg = {
  alias: string
  queue: string | null
  answeredAt: number | null
  endedAt: number | null
  ringSeconds: number | null
  talkSeconds: number | null
  holdSeconds: number | null
  wrapSeconds: number | null
  talkIncludesHold: boolean
  handleSeconds: number | null
  ending: NonNullable<LegRecord['ending']> | null
  endedBy: 'customer' | 'rep' | 'system' | 'unknown'
  isNeutral: boolean
  isHandedOn: boolean
  isSuspect: boolean
}

/** Turns a checked record into rows to be, without asking the database anything. */
export function prepareCall(
  record: CallRecord,
  hashCustomer: CustomerHasher,
  secret: string,
): PreparedCall {
  const customer = hashCustomer(record.customer)
  const stints = joinStints(record.legs)
  return {
    source: record.source,
    externalId: record.externalId,
    version: record.version ?? null,
    factsHash: hashFacts(record, customer, secret),
    startedAt: Date.parse(record.startedAt),
    customer,
    record,
    legs: stints.map((leg, place) => prepareLeg(leg, record, place === stints.length - 1)),
    offers: record.offers ?? [],
  }
}

/** Facts are equal when this is: everything but the version, absent and null being the same. */
function hashFacts(record: CallRecord, customer: CustomerKey, secret: string): Buffer {
  const facts = [
    customer?.key.toString('hex') ?? null,
    ...inOrder(record, plainFields),
    record.legs.map((leg) => inOrder(leg, legFields)),
    record.offers?.map((offer) => inOrder(offer, offerFields)) ?? null,
    record.disposition && [record.disposition.code ?? null, record.disposition.label ?? null],
    record.csat && [record.csat.score, record.csat.min, record.csat.max],
  ]
  return createHmac('sha256', secret).update(JSON.stringify(facts)).digest().subarray(0, hashBytes)
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

/**
 * Several stints of one rep in one call are one leg (METHOD 1): seconds add up, the last
 * stint says how it ended and where in the call it stands.
 */
function joinStints(legs: readonly LegRecord[]): LegRecord[] {
  const byRep = new Map<string, LegRecord>()
  for (const leg of legs) {
    const before = byRep.get(leg.rep)
    byRep.delete(leg.rep)
    byRep.set(leg.rep, before ? joined(before, leg) : leg)
  }
  return [...byRep.values()]
}

const joined = (before: LegRecord, leg: LegRecord): LegRecord => ({
  ...leg,
  queue: before.queue ?? leg.queue ?? null,
  answeredAt: before.answeredAt ?? leg.answeredAt ?? null,
  ringSeconds: added(before.ringSeconds, leg.ringSeconds),
  talkSeconds: added(before.talkSeconds, leg.talkSeconds),
  holdSeconds: added(before.holdSeconds, leg.holdSeconds),
  wrapSeconds: added(before.wrapSeconds, leg.wrapSeconds),
  talkIncludesHold: before.talkIncludesHold === true || leg.talkIncludesHold === true,
  neutral: before.neutral === true && leg.neutral === true,
})

const added = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null ? (b ?? null) : a + (b ?? 0)

function prepareLeg(leg: LegRecord, record: CallRecord, isLast: boolean): PreparedLeg {
  const handle = handleSeconds(leg)
  const ending = leg.ending ?? null
  return {
    alias: leg.rep,
    queue: leg.queue ?? record.queue ?? null,
    answeredAt: leg.answeredAt == null ? null : Date.parse(leg.answeredAt),
    endedAt: leg.endedAt == null ? null : Date.parse(leg.endedAt),
    ringSeconds: leg.ringSeconds ?? null,
    talkSeconds: leg.talkSeconds ?? null,
    holdSeconds: leg.holdSeconds ?? null,
    wrapSeconds: leg.wrapSeconds ?? null,
    talkIncludesHold: leg.talkIncludesHold ?? false,
    handleSeconds: handle,
    ending,
    endedBy: leg.endedBy === 'agent' ? 'rep' : (leg.endedBy ?? 'unknown'),
    isNeutral: leg.neutral ?? false,
    isHandedOn: handedOn(ending, isLast),
    isSuspect: handle !== null && handle > suspectSecondsLimit,
  }
}
