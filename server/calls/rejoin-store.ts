import { type Transaction } from '../database/connect.ts'
import { type Stint } from './stints.ts'

/** Legs that change hands in one statement, so that none comes near the limit of its time. */
const legsAtATime = 5_000

export type NamesGiven = { aliasIds: readonly number[]; fromRepId: number; toRepId: number }

/** Gives the legs and offers under some names to another rep. @returns how many legs */
export async function moveParts(
  transaction: Transaction,
  organizationId: number,
  { aliasIds, fromRepId, toRepId }: NamesGiven,
): Promise<number> {
  let legs = 0
  let moved: number
  do {
    const { count } = await transaction`
      update leg l set rep_id = ${toRepId}
      from (
        select call_id, leg_no from leg
        where organization_id = ${organizationId} and rep_id = ${fromRepId}
          and alias_id = any(${[...aliasIds]}::int[])
        limit ${legsAtATime}
      ) m
      where l.organization_id = ${organizationId} and l.call_id = m.call_id
        and l.leg_no = m.leg_no`
    moved = count
    legs += moved
  } while (moved === legsAtATime)
  await transaction`
    update offer set rep_id = ${toRepId}
    where organization_id = ${organizationId} and alias_id = any(${[...aliasIds]}::int[])`
  return legs
}

/** Calls in which one of these names is joined with others, or this rep has several legs. */
export async function findToRejoin(
  transaction: Transaction,
  organizationId: number,
  { aliasIds, toRepId }: NamesGiven,
): Promise<number[]> {
  const rows = await transaction<{ callId: number }[]>`
    select call_id::float8 as "callId" from stint
    where organization_id = ${organizationId} and alias_id = any(${[...aliasIds]}::int[])
    union
    select call_id::float8 from leg
    where organization_id = ${organizationId} and rep_id = ${toRepId}
    group by call_id having count(*) > 1`
  return rows.map(({ callId }) => callId)
}

export type RejoinedCall = {
  id: number
  startedAt: number
  queue: string | null
  issue: string | null
  audience: string | null
  language: string | null
  position: number | null
  callerFrequency: number | null
}

export const findCallsToRejoin = (
  transaction: Transaction,
  organizationId: number,
  callIds: readonly number[],
): Promise<RejoinedCall[]> => transaction<RejoinedCall[]>`
  select id::float8, extract(epoch from started_at)::float8 * 1000 as "startedAt", queue, issue,
    audience, language, position, caller_frequency as "callerFrequency"
  from call where organization_id = ${organizationId} and id = any(${[...callIds]}::bigint[])`

export type StintRow = Stint & { callId: number; aliasId: number; repId: number }

/** The stints of calls in order, with whose their names are now: kept ones, or else the legs. */
export const findStints = (
  sql: Transaction,
  organizationId: number,
  callIds: readonly number[],
): Promise<StintRow[]> => sql<StintRow[]>`
  select told.*, a.rep_id as "repId"
  from (
    select stint_no as no, ${stintColumns(sql)} from stint
    where organization_id = ${organizationId} and call_id = any(${[...callIds]}::bigint[])
    union all
    select leg_no, ${stintColumns(sql)} from leg l
    where organization_id = ${organizationId} and call_id = any(${[...callIds]}::bigint[])
      and not exists (
        select from stint s
        where s.organization_id = l.organization_id and s.call_id = l.call_id)
  ) told
  join rep_alias a on a.organization_id = ${organizationId} and a.id = told."aliasId"
  order by told."callId", told.no`

const stintColumns = (sql: Transaction) => sql`
  call_id::float8 as "callId", alias_id as "aliasId", queue,
  extract(epoch from answered_at)::float8 * 1000 as "answeredAt",
  extract(epoch from ended_at)::float8 * 1000 as "endedAt", ring_seconds as "ringSeconds",
  talk_seconds as "talkSeconds", hold_seconds as "holdSeconds", wrap_seconds as "wrapSeconds",
  talk_includes_hold as "talkIncludesHold", ending, ended_by as "endedBy",
  is_neutral as "isNeutral"`

export async function removeParts(
  transaction: Transaction,
  organizationId: number,
  callIds: readonly number[],
): Promise<void> {
  for (const table of ['stint', 'leg']) {
    await transaction`
      delete from ${transaction(table)}
      where organization_id = ${organizationId} and call_id = any(${[...callIds]}::bigint[])`
  }
}
