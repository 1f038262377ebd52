import { type Transaction } from '../database/connect.ts'
import { type Own } from './sharing-store.ts'

/**
 * Writes a shared reflection into the outbox, in the transaction that shares it or changes its
 * words. What was told already is not told again; other words are. Neither the rep nor the call is
 * named, and no customer: a receiver knows as much as a colleague.
 *
 * @param now epoch milliseconds
 */
export const tellShared = (
  sql: Transaction,
  { organizationId, callId, repId }: Own,
  now: number,
) => sql`
  insert into webhook_message (organization_id, webhook_id, event, call_id, rep_id, fact, body,
    created_at, next_at)
  select f.organization_id, w.id, 'reflection.shared', f.call_id, f.rep_id, said.fact,
    json_build_object('type', 'reflection.shared', 'timestamp', ${new Date(now).toISOString()}::text,
      'data', json_build_object(
        'id', f.shared_id, 'queue', c.queue, 'issue', c.issue, 'audience', c.audience,
        'whatResolvedIt', f.what_resolved_it, 'wordsThatWorked', nullif(f.words_that_worked, ''),
        'skills', f.skills))::text,
    ${new Date(now)}, ${new Date(now)}
  from reflection f
  join call c on c.organization_id = f.organization_id and c.id = f.call_id
  join webhook w on w.organization_id = f.organization_id and w.is_enabled
    and 'reflection.shared' = any(w.events)
  cross join lateral (
    select f.shared_id || ' ' || md5(
      json_build_array(f.what_resolved_it, f.words_that_worked, f.skills)::text) as fact
  ) said
  left join lateral (
    select m.fact from webhook_message m
    where m.organization_id = f.organization_id and m.call_id = f.call_id and m.webhook_id = w.id
      and m.event = 'reflection.shared' and starts_with(m.fact, f.shared_id::text)
    order by m.id desc limit 1
  ) last on true
  where f.organization_id = ${organizationId} and f.call_id = ${callId} and f.rep_id = ${repId}
    and f.shared_at is not null and last.fact is distinct from said.fact
  order by w.id`

/** Messages of what is not shared any more go, so that none of them is sent, or sent again. */
export const forgetUnshared = (
  sql: Transaction,
  organizationId: number,
  callIds: readonly number[],
) => sql`
  delete from webhook_message m
  where m.organization_id = ${organizationId} and m.event = 'reflection.shared'
    and m.call_id = any(${[...callIds]}::bigint[])
    and not exists (
      select from reflection f
      where f.organization_id = m.organization_id and f.call_id = m.call_id
        and starts_with(m.fact, f.shared_id::text))`
