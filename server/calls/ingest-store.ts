import { type CaseMix, defaultCaseMix } from '../../shared/balance/case-mix.ts'
import { type Contact, type Links } from '../../shared/calls/link-customer.ts'
import { PairMap } from '../../shared/pair-map.ts'
import { type Transaction } from '../database/connect.ts'
import { type PreparedCall } from './prepare-call.ts'
import { type StoredCall } from './fold-arrivals.ts'

/** What an organization says about linking its calls and telling kinds of calls apart. */
export type Terms = { windowSeconds: number; caseMix: CaseMix }

/** Any number that no other lock of ours uses: one ingest at a time for each organization. */
const ingestLock = 7_340_022

/**
 * Waits until no other transaction ingests calls of this organization: linking reads what the
 * customer's other calls say, so two at once could miss each other. From then on the transaction
 * looks rows up by their keys.
 *
 * Statements of a transaction run in the order in which they are asked, so several may be asked at
 * once, here as elsewhere; whoever is asked beside others asks nothing more after having waited.
 */
export async function lockOrganization(
  transaction: Transaction,
  organizationId: number,
): Promise<Terms> {
  const [, , [found]] = await Promise.all([
    transaction`select pg_advisory_xact_lock(${ingestLock}, ${organizationId})`,
    goByKeys(transaction),
    transaction<{ windowSeconds: number; caseMix: CaseMix | null }[]>`
      select window_seconds as "windowSeconds", case_mix as "caseMix"
      from organization where id = ${organizationId}`,
  ])
  return {
    windowSeconds: found?.windowSeconds ?? 0,
    caseMix: found?.caseMix ?? defaultCaseMix,
  }
}

/**
 * Lets every statement of the transaction look rows up by their keys. The planner takes a look
 * into an index for dearer than it is: it would rather read all calls there are, several times for
 * every batch, so that the more there are the slower they would come in.
 */
const goByKeys = (transaction: Transaction) => transaction`
  select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true)`

/** The feeds of these sources by name, created where they are new. */
export async function findFeeds(
  transaction: Transaction,
  organizationId: number,
  sources: readonly string[],
): Promise<Map<string, number>> {
  const [, rows] = await Promise.all([
    transaction`
      insert into feed (organization_id, source)
      select ${organizationId}, s from unnest(${[...sources]}::text[]) s
      where not exists (
        select from feed f where f.organization_id = ${organizationId} and f.source = s)
      on conflict do nothing`,
    transaction<{ id: number; source: string }[]>`
      select id, source from feed where organization_id = ${organizationId}`,
  ])
  return new Map(rows.map((row) => [row.source, row.id]))
}

/** What is stored of a call that may arrive again, and whose it was. */
export type StoredDelivery = StoredCall & { customerKey: string | null }

/** What is stored under these external ids, by feed and external id. */
export async function findStored(
  transaction: Transaction,
  organizationId: number,
  asked: { feedIds: number[]; externalIds: string[] },
): Promise<PairMap<number, string, StoredDelivery>> {
  const rows = await transaction<(StoredDelivery & { feedId: number; externalId: string })[]>`
    select c.id::float8, c.feed_id as "feedId", c.external_id as "externalId",
      c.version::float8, encode(c.facts_hash, 'hex') as "factsHash",
      encode(c.customer_key, 'hex') as "customerKey"
    from unnest(${asked.feedIds}::int[], ${asked.externalIds}::text[]) a(feed_id, external_id)
    join call c on c.organization_id = ${organizationId}
      and c.feed_id = a.feed_id and c.external_id = a.external_id`
  const stored = new PairMap<number, string, StoredDelivery>()
  for (const row of rows) stored.set(row.feedId, row.externalId, row)
  return stored
}

export async function takeCallIds(transaction: Transaction, count: number): Promise<number[]> {
  if (count === 0) return []
  const [row] = await transaction<{ ids: string }[]>`
    select string_agg(nextval('call_ids')::text, ' ') as ids from generate_series(1, ${count})`
  return (row?.ids ?? '').split(' ').map(Number)
}

/** Whose a phone-system name is. */
export type AliasPlace = { aliasId: number; repId: number }

/** Whose the names are, by source and name. */
export type Aliases = PairMap<string, string, AliasPlace>

/** The reps behind the names of sources, each unknown name becoming an unconfirmed rep. */
export async function findAliases(
  transaction: Transaction,
  organizationId: number,
  names: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Aliases> {
  const sources = [...names].flatMap(([source, aliases]) => Array.from(aliases, () => source))
  const aliases = [...names.values()].flatMap((each) => [...each])
  const creating = transaction`
    with unknown as (
      select distinct n.source, n.alias
      from unnest(${sources}::text[], ${aliases}::text[]) n(source, alias)
      where not exists (
        select from rep_alias a where a.organization_id = ${organizationId}
          and a.source = n.source and a.alias = n.alias)
    ), numbered as (
      select source, alias, nextval(pg_get_serial_sequence('rep', 'id'))::int as rep_id
      from unknown order by source, alias
    ), created as (
      insert into rep (organization_id, id, name, is_confirmed) overriding system value
      select ${organizationId}, rep_id, alias, false from numbered
    )
    insert into rep_alias (organization_id, source, alias, rep_id)
    select ${organizationId}, source, alias, rep_id from numbered`
  const finding = transaction<(AliasPlace & { source: string; alias: string })[]>`
    select a.source, a.alias, a.id as "aliasId", a.rep_id as "repId"
    from rep_alias a
    where a.organization_id = ${organizationId} and a.source = any(${[...names.keys()]}::text[])`
  const [, rows] = await Promise.all([creating, finding])
  const places = new PairMap<string, string, AliasPlace>()
  for (const row of rows) places.set(row.source, row.alias, row)
  return places
}

/** A contact as stored, with the links it had. */
export type LinkedContact = Contact & {
  customerKey: string
  links: Links
}

type ContactRow = Omit<LinkedContact, 'links'> & {
  chainId: number | null
  position: number | null
  callerFrequency: number | null
  nextSameIssueAt: number | null
  nextAnyAt: number | null
}

/** Every stored contact of these customers (keys in hex), but for the calls that are about to be replaced. */
export async function findContacts(
  transaction: Transaction,
  organizationId: number,
  customerKeys: readonly string[],
  replacedIds: readonly number[],
): Promise<LinkedContact[]> {
  if (customerKeys.length === 0) return []
  const rows = await transaction<ContactRow[]>`
    select c.id::float8, f.source, c.external_id as "externalId", encode(c.customer_key, 'hex') as "customerKey",
      date_part('epoch', c.started_at) * 1000 as "startedAt",
      c.issue, c.direction, c.chain_id::float8 as "chainId", c.position,
      c.caller_frequency as "callerFrequency",
      date_part('epoch', c.next_same_issue_at) * 1000 as "nextSameIssueAt",
      date_part('epoch', c.next_any_at) * 1000 as "nextAnyAt"
    from unnest(${[...customerKeys]}::text[]) k(hex)
    join call c on c.organization_id = ${organizationId} and c.customer_key = decode(k.hex, 'hex')
    join feed f on f.organization_id = c.organization_id and f.id = c.feed_id
    where c.id <> all(${[...replacedIds]}::bigint[])`
  return rows.map(contactOf)
}

const contactOf = (row: ContactRow): LinkedContact => ({
  id: row.id,
  source: row.source,
  externalId: row.externalId,
  startedAt: Math.round(row.startedAt),
  issue: row.issue,
  direction: row.direction,
  customerKey: row.customerKey,
  links: {
    chainId: row.chainId,
    position: row.position,
    callerFrequency: row.callerFrequency ?? 0,
    nextSameIssueAt: row.nextSameIssueAt === null ? null : Math.round(row.nextSameIssueAt),
    nextAnyAt: row.nextAnyAt === null ? null : Math.round(row.nextAnyAt),
  },
})

/** Takes the last state of replaced calls away, but for their evidence and reflections. */
export async function removeReplaced(
  transaction: Transaction,
  organizationId: number,
  callIds: readonly number[],
): Promise<void> {
  if (callIds.length === 0) return
  for (const [table, column] of [
    ['offer', 'call_id'],
    ['stint', 'call_id'],
    ['leg', 'call_id'],
    ['call', 'id'],
  ] as const) {
    await transaction`
      delete from ${transaction(table)}
      where organization_id = ${organizationId}
        and ${transaction(column)} = any(${[...callIds]}::bigint[])`
  }
}

/**
 * What a source has delivered moves its feed on; it never moves it back. A call may claim a start
 * later than now, where a clock is ahead, but nothing is complete beyond now.
 *
 * @param now epoch milliseconds, as the starts are
 */
export async function advanceFeeds(
  transaction: Transaction,
  organizationId: number,
  arrivals: readonly { feedId: number; latestStart: number; added: number }[],
  now: number,
): Promise<void> {
  for (const { feedId, latestStart, added } of arrivals) {
    await transaction`
      update feed set
        complete_until = greatest(complete_until, ${new Date(Math.min(latestStart, now))}),
        last_received_at = ${new Date(now)},
        calls = calls + ${added}
      where organization_id = ${organizationId} and id = ${feedId}`
  }
}

export type Written = { id: number; feedId: number; call: PreparedCall; links: Links }

/** Below this many calls any plan is fast. */
const analyzedCallsLeast = 256

/**
 * Tells the planner how large the tables have become, each time they have grown fourfold: its
 * own statistics come minutes later, and what sums days up or shows them would be planned for
 * empty tables until then.
 *
 * @param ids the numbers just taken, which count all calls there ever were
 */
export async function analyzeAfterGrowth(
  transaction: Transaction,
  ids: readonly number[],
): Promise<void> {
  const last = ids.at(-1) ?? 0
  const fourfolds = (count: number) => Math.floor(Math.log(Math.max(count, 1)) / Math.log(4))
  if (last < analyzedCallsLeast || fourfolds(last) === fourfolds((ids[0] ?? 1) - 1)) return
  await transaction`analyze call, leg, cell, rep_alias`
}
