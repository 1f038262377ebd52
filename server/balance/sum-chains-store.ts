import { type Transaction } from '../database/connect.ts'
import { type DaysToSum } from './day-leg-store.ts'
import { chainDays } from './day-tables.ts'
import { type DaysToReplace, replaceDays } from './replace-days-store.ts'

type Asked = Omit<DaysToSum, 'withLater'> & DaysToReplace

/** Tells anew the chains whose last inbound call is of these days, and adds these days up. */
export async function replaceChainsOfDays(transaction: Transaction, asked: Asked): Promise<void> {
  await openAskedChains(transaction)
  // Planned for each day by itself, as reading its legs is.
  for (const day of asked.days) {
    await transaction`
      insert into asked_chain
      select last.customer_key, last.chain_id, last.started_at - last.position * wait
      from (select make_interval(secs => ${asked.windowSeconds}) as wait) here
      join call last on last.organization_id = ${asked.organizationId}
        and last.position is not null
        and last.started_at >= ${day}::date::timestamptz
        and last.started_at < (${day}::date + 1)::timestamptz
        and (last.next_same_issue_at is null or last.next_same_issue_at - last.started_at >= wait)`
  }
  await replaceChains(transaction, asked)
}

/**
 * Tells anew the chains that were noted with these days, wherever they end now. A chain is named
 * by its first call: if that turned out to be somebody else's, it is their chain that is told.
 */
export async function replaceNotedChains(transaction: Transaction, asked: Asked): Promise<void> {
  await openAskedChains(transaction)
  await transaction`
    insert into asked_chain
    select distinct coalesce(began.customer_key, noted.customer_key), noted.chain_id,
      '-infinity'::timestamptz
    from changed_day noted
    left join call began
      on began.organization_id = noted.organization_id and began.id = noted.chain_id
    where noted.organization_id = ${asked.organizationId} and noted.concerns = 'chains'
      and noted.day = any(${[...asked.days]}::date[]) and noted.chain_id is not null`
  await replaceChains(transaction, { ...asked, days: [] })
}

async function openAskedChains(transaction: Transaction): Promise<void> {
  await transaction`drop table if exists asked_chain, told_chain`
  await transaction`
    create temp table asked_chain (customer_key bytea, chain_id bigint, since timestamptz)
    on commit drop`
  await transaction`create temp table told_chain (like chain_end) on commit drop`
}

/** Replaces the rows of chains that differ, and adds up the days that gained or lost one. */
async function replaceChains(transaction: Transaction, asked: Asked): Promise<void> {
  const { organizationId, days } = asked
  await transaction`analyze asked_chain`
  await transaction`insert into told_chain ${tellChains(transaction, asked)}`
  await transaction`analyze told_chain`
  // Two statements: told of either at once, the planner would read every chain there is.
  const differs = transaction`not exists (
    select from told_chain t where t.chain_id = h.chain_id and t is not distinct from h)`
  const gone = await transaction<{ day: string }[]>`
    with of_day as (
      delete from chain_end h
      where h.organization_id = ${organizationId} and h.day = any(${[...days]}::date[])
        and ${differs}
      returning day),
    of_elsewhere as (
      delete from chain_end h using asked_chain a
      where h.organization_id = ${organizationId} and h.chain_id = a.chain_id
        and h.day <> all(${[...days]}::date[]) and ${differs}
      returning h.day)
    select day::text from of_day union select day::text from of_elsewhere`
  const come = await transaction<{ day: string }[]>`
    with come as (
      insert into chain_end select t.* from told_chain t
      where not exists (
        select from chain_end h
        where h.organization_id = ${organizationId} and h.chain_id = t.chain_id)
      returning day)
    select distinct day::text from come`
  await addUpDays(transaction, asked, [...new Set([...gone, ...come].map(({ day }) => day))])
}

/** Calls of one instant stand as linking has them, whatever arrived first. */
const inOrder = (sql: Transaction) =>
  sql`order by m.started_at, m.position nulls last, m.external_id, l.leg_no`

/**
 * Each chain with what it took. It is told under queue and issue of its first leg and the rep who
 * took it, so that its whole cost stays in one place; promised calls back belong to it.
 */
const tellChains = (sql: Transaction, { organizationId, watermark, windowSeconds }: Asked) => sql`
  select ${organizationId}::int, told.chain_id, (ended_at at time zone 'UTC')::date, rep_id,
    k.parent_id,
    coalesce(ended_at + make_interval(secs => ${windowSeconds}) <= ${watermark}::timestamptz, false),
    contacts, seconds
  from (
    select a.chain_id, max(m.started_at) filter (where m.position is not null) as ended_at,
      max(m.position) as contacts,
      coalesce(sum(l.handle_seconds) filter (where not l.is_suspect), 0) as seconds,
      (array_agg(l.rep_id ${inOrder(sql)}) filter (where l.rep_id is not null))[1] as rep_id,
      (array_agg(l.cell_id ${inOrder(sql)}) filter (where l.rep_id is not null))[1] as cell_id
    from asked_chain a
    join call m on m.organization_id = ${organizationId}
      and m.customer_key = a.customer_key and m.chain_id = a.chain_id and m.started_at > a.since
    left join leg l on l.organization_id = m.organization_id and l.call_id = m.id
    group by a.customer_key, a.chain_id
  ) told
  join cell k on k.organization_id = ${organizationId} and k.id = told.cell_id
  where contacts is not null`

const addUpDays = (
  transaction: Transaction,
  { organizationId, evaluatedFrom }: Asked,
  days: readonly string[],
): Promise<void> =>
  replaceDays(
    transaction,
    chainDays,
    { organizationId, days, evaluatedFrom },
    transaction`
      select organization_id, day, rep_id, cell_id,
        count(*) filter (where is_closed), count(*) filter (where not is_closed),
        coalesce(sum(contacts) filter (where is_closed), 0),
        coalesce(sum(seconds) filter (where is_closed), 0),
        coalesce(sum(seconds::numeric * seconds) filter (where is_closed), 0)
      from chain_end
      where organization_id = ${organizationId} and day = any(${[...days]}::date[])
      group by organization_id, day, rep_id, cell_id`,
  )
