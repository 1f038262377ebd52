import { sharedDaysListed, type SharedReflection } from '../../shared/reflections/contract.ts'
import { type Database, type Transaction } from '../database/connect.ts'

export type Reader = Database['reading'] | Transaction

/** A rep's own reflection. */
export type Own = { organizationId: number; callId: number; repId: number }

/** What a rep has written of what resolved a call; null where there is no reflection of theirs. */
export async function findOwnWords(
  transaction: Transaction,
  { organizationId, callId, repId }: Own,
): Promise<string | null> {
  const [found] = await transaction<{ words: string }[]>`
    select what_resolved_it as words from reflection
    where organization_id = ${organizationId} and call_id = ${callId} and rep_id = ${repId}
    for update`
  return found?.words ?? null
}

/** One that is shared already stays shared since then, under its id. */
export const keepShared = (
  transaction: Transaction,
  { organizationId, callId, repId }: Own,
  isShared: boolean,
  now: number,
) => transaction`
  update reflection set
    shared_at = case when ${isShared} then coalesce(shared_at, ${new Date(now)}) end,
    shared_id = case when ${isShared} then coalesce(shared_id, gen_random_uuid()) end
  where organization_id = ${organizationId} and call_id = ${callId} and rep_id = ${repId}`

/**
 * Reflections that are shared since an instant, with where their calls came in. What is known not
 * to have been solved after all is left out: nobody should learn it from there.
 */
export const sharedSince = (sql: Reader, organizationId: number, since: number) => sql`
  select f.*, c.queue, c.issue, c.audience
  from organization o
  cross join lateral (
    select organization_watermark(o.id) as watermark, make_interval(secs => o.window_seconds) as wait
  ) here
  join reflection f on f.organization_id = o.id and f.shared_at >= ${new Date(since)}
  join call c on c.organization_id = f.organization_id and c.id = f.call_id
  cross join lateral (
    select c.direction = 'inbound' and c.customer_key is not null and c.issue is not null
      as is_linkable
  ) link
  where o.id = ${organizationId} and best_outcome(c.verified_claim,
      coalesce(link.is_linkable and c.next_same_issue_at - c.started_at < here.wait, false),
      c.survey_claim,
      coalesce(link.is_linkable and c.started_at + here.wait <= here.watermark, false),
      c.rep_claim)
    <> 'not_resolved'`

/** Where the list goes on: the last one shown. */
export type SharedPlace = { sharedAt: number; id: string }
export type SharedRow = SharedReflection & { sharedAt: Date }

const dayMilliseconds = 86_400_000

/** What others than a rep have shared in the last days, newest first. */
export const findShared = (
  sql: Reader,
  { organizationId, repId }: { organizationId: number; repId: number | null },
  { now, after, limit }: { now: number; after: SharedPlace | null; limit: number },
): Promise<SharedRow[]> => sql<SharedRow[]>`
  select f.shared_id::text as id, f.shared_at as "sharedAt", f.queue, f.issue, f.audience,
    f.what_resolved_it as "whatResolvedIt", nullif(f.words_that_worked, '') as "wordsThatWorked",
    f.skills
  from (${sharedSince(sql, organizationId, now - sharedDaysListed * dayMilliseconds)}) f
  where f.rep_id is distinct from ${repId}
    ${
      after
        ? sql`and (f.shared_at, f.shared_id) < (${new Date(after.sharedAt)}, ${after.id}::uuid)`
        : sql``
    }
  order by f.shared_at desc, f.shared_id desc limit ${limit}`
