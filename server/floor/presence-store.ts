import { type LinePresence, type RepPresence } from '../../shared/floor/presence.ts'
import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** The channel on which every server hears that a floor has changed. */
export const floorChannel = 'wellspent_floor'

/** What has changed: who is doing what and who waits, or what else is on the board. */
type Changed = 'presence' | 'board'

/** Any number that no other lock of ours uses: changes of one floor are committed in their order. */
const floorLock = 7_340_051

/**
 * Waits until no other transaction changes this floor, and numbers the change: who has read up to
 * a number has missed none below it.
 */
export async function beginChange(
  transaction: Transaction,
  organizationId: number,
): Promise<number> {
  const [row] = await transaction<{ change: number }[]>`
    select nextval('floor_changes')::float8 as change
    from (select pg_advisory_xact_lock(${floorLock}, ${organizationId}) offset 0) locked`
  return row?.change ?? 0
}

/** Every server hears of the change, once the transaction has ended. */
export const tellServers = (transaction: Transaction, organizationId: number, changed: Changed) =>
  transaction`select pg_notify(${floorChannel}, ${`${organizationId} ${changed}`})`

/** What a server has heard on the channel. */
export function readNews(text: string): { organizationId: number; changed: Changed } {
  const [organizationId, changed] = text.split(' ')
  return {
    organizationId: Number(organizationId),
    changed: changed === 'board' ? 'board' : 'presence',
  }
}

const repColumns = (sql: Reader) => sql`
  p.source, p.rep, p.state, p.reason, p.queue, p.call,
  extract(epoch from p.at)::float8 * 1000 as at`

const lineColumns = (sql: Reader) => sql`
  p.source, p.call, p.state, p.queue, encode(p.customer_key, 'hex') as "customerKey",
  extract(epoch from p.at)::float8 * 1000 as at`

/** What is known of some reps; names with their sources, in two lists side by side. */
export const findReps = (
  transaction: Transaction,
  organizationId: number,
  asked: { sources: string[]; reps: string[] },
): Promise<RepPresence[]> => transaction<RepPresence[]>`
  select ${repColumns(transaction)}
  from unnest(${asked.sources}::text[], ${asked.reps}::text[]) a(source, rep)
  join rep_presence p on p.organization_id = ${organizationId}
    and p.source = a.source and p.rep = a.rep`

export const findLines = (
  transaction: Transaction,
  organizationId: number,
  asked: { sources: string[]; calls: string[] },
): Promise<LinePresence[]> => transaction<LinePresence[]>`
  select ${lineColumns(transaction)}
  from unnest(${asked.sources}::text[], ${asked.calls}::text[]) a(source, call)
  join line_presence p on p.organization_id = ${organizationId}
    and p.source = a.source and p.call = a.call`

const instants = (words: readonly { at: number }[]): string[] =>
  words.map(({ at }) => new Date(at).toISOString())

export async function keepReps(
  transaction: Transaction,
  organizationId: number,
  reps: readonly RepPresence[],
  change: number,
): Promise<void> {
  if (reps.length === 0) return
  await transaction`
    insert into rep_presence
      (organization_id, source, rep, state, reason, queue, call, at, change)
    select ${organizationId}, n.*, ${change}
    from unnest(
      ${reps.map(({ source }) => source)}::text[], ${reps.map(({ rep }) => rep)}::text[],
      ${reps.map(({ state }) => state)}::text[], ${reps.map(({ reason }) => reason)}::text[],
      ${reps.map(({ queue }) => queue)}::text[], ${reps.map(({ call }) => call)}::text[],
      ${instants(reps)}::timestamptz[]
    ) n
    on conflict (organization_id, source, rep) do update set
      state = excluded.state, reason = excluded.reason, queue = excluded.queue,
      call = excluded.call, at = excluded.at, change = excluded.change`
}

export async function keepLines(
  transaction: Transaction,
  organizationId: number,
  lines: readonly LinePresence[],
  change: number,
): Promise<void> {
  if (lines.length === 0) return
  await transaction`
    insert into line_presence
      (organization_id, source, call, state, queue, customer_key, at, change)
    select ${organizationId}, n.source, n.call, n.state, n.queue, decode(n.hex, 'hex'), n.at,
      ${change}
    from unnest(
      ${lines.map(({ source }) => source)}::text[], ${lines.map(({ call }) => call)}::text[],
      ${lines.map(({ state }) => state)}::text[], ${lines.map(({ queue }) => queue)}::text[],
      ${lines.map(({ customerKey }) => customerKey)}::text[], ${instants(lines)}::timestamptz[]
    ) n(source, call, state, queue, hex, at)
    on conflict (organization_id, source, call) do update set
      state = excluded.state, queue = excluded.queue,
      customer_key = coalesce(excluded.customer_key, line_presence.customer_key),
      at = excluded.at, change = excluded.change`
}

/** Sources were heard of just now, by our clock; that never goes back. */
export async function keepSources(
  transaction: Transaction,
  organizationId: number,
  { sources, now }: { sources: readonly string[]; now: number },
  change: number,
): Promise<void> {
  await transaction`
    insert into source_presence (organization_id, source, heard_at, change)
    select ${organizationId}, s, ${new Date(now)}, ${change}
    from unnest(${[...sources]}::text[]) s
    on conflict (organization_id, source) do update set
      heard_at = greatest(source_presence.heard_at, excluded.heard_at), change = excluded.change`
}

/** Calls that have ended are kept until nothing late of them is taken any more. */
export const dropLines = (transaction: Transaction, organizationId: number, before: number) =>
  transaction`
    delete from line_presence
    where organization_id = ${organizationId} and at < ${new Date(before)}`

/**
 * What has changed on a floor since a change, and up to which one that is surely all. What is
 * committed while it is read may be among it, and is read again the next time.
 */
export async function readChanges(sql: Reader, organizationId: number, since: number) {
  const [latest] = await sql<{ upTo: number }[]>`
    select greatest(
      (select max(change) from rep_presence where organization_id = ${organizationId}),
      (select max(change) from line_presence where organization_id = ${organizationId}),
      (select max(change) from source_presence where organization_id = ${organizationId}), 0
    )::float8 as "upTo"`
  const upTo = latest?.upTo ?? 0
  if (upTo <= since) return { reps: [], lines: [], sources: [], upTo: since }
  const [reps, lines, sources] = await Promise.all([
    sql<RepPresence[]>`
      select ${repColumns(sql)} from rep_presence p
      where p.organization_id = ${organizationId} and p.change > ${since}`,
    sql<LinePresence[]>`
      select ${lineColumns(sql)} from line_presence p
      where p.organization_id = ${organizationId} and p.change > ${since}`,
    sql<{ source: string; heardAt: number }[]>`
      select source, extract(epoch from heard_at)::float8 * 1000 as "heardAt"
      from source_presence where organization_id = ${organizationId} and change > ${since}`,
  ])
  return { reps, lines, sources, upTo }
}
