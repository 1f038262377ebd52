import { type Transaction } from '../database/connect.ts'

/** Calls that began longer ago are history when they become known: nobody is told of them. */
export const toldDaysLimit = 30

export type DaysWorkedOut = {
  organizationId: number
  windowSeconds: number
  days: readonly string[]
  watermark: Date | null
}

/**
 * Writes what has become final or was recognized on some days into the outbox, in the transaction
 * that works these days out. What was told already is not told again; an outcome that is another
 * one now is. A call is told of where its window closes after the address was given.
 */
export async function writeOutbox(
  transaction: Transaction,
  asked: DaysWorkedOut,
  now: number,
): Promise<void> {
  const listening = await transaction`
    select from webhook where organization_id = ${asked.organizationId} and is_enabled limit 1`
  if (listening.length === 0 || asked.watermark === null) return
  await writeOutcomes(transaction, asked, now)
  await writeRecognitions(transaction, asked, now)
}

const writeOutcomes = (sql: Transaction, asked: DaysWorkedOut, now: number) => sql`
  insert into webhook_message (organization_id, webhook_id, event, call_id, fact, body,
    created_at, next_at)
  select c.organization_id, w.id, 'call.outcome_final', c.id, c.outcome,
    json_build_object('type', 'call.outcome_final', 'timestamp', ${isoOf(now)}::text, 'data',
      jsonb_build_object(${factsOf(sql)}, 'outcome', c.outcome, 'reps', coalesce((
        select jsonb_agg(distinct jsonb_build_object('id', r.id, 'name', r.name))
        from leg l join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
        where l.organization_id = c.organization_id and l.call_id = c.id), '[]')))::text,
    ${new Date(now)}, ${new Date(now)}
  from (
    select judged.*, best_outcome(verified_claim, is_repeat, survey_claim, is_mature, rep_claim)
        as outcome
    from (${toldCalls(sql, asked, now)}) judged
    where outcome_state(verified_claim, is_repeat, survey_claim, is_mature) = 'final'
  ) c
  join webhook w on ${isListening(sql, asked)} and 'call.outcome_final' = any(w.events)
  left join lateral (
    select m.fact from webhook_message m
    where m.organization_id = c.organization_id and m.call_id = c.id and m.webhook_id = w.id
      and m.event = 'call.outcome_final'
    order by m.id desc limit 1
  ) last on true
  where last.fact is distinct from c.outcome
  order by c.started_at, c.id, w.id`

const writeRecognitions = (sql: Transaction, asked: DaysWorkedOut, now: number) => sql`
  insert into webhook_message (organization_id, webhook_id, event, call_id, rep_id, body,
    created_at, next_at)
  select c.organization_id, w.id, 'call.recognized', c.id, r.id,
    json_build_object('type', 'call.recognized', 'timestamp', ${isoOf(now)}::text, 'data',
      jsonb_build_object(${factsOf(sql)}, 'rep', jsonb_build_object('id', r.id, 'name', r.name),
        'reasons', to_jsonb(n.reasons)))::text,
    ${new Date(now)}, ${new Date(now)}
  from (${toldCalls(sql, asked, now)}) c
  join noted_leg n on n.organization_id = c.organization_id and n.call_id = c.id
    and cardinality(n.reasons) > 0
  join rep r on r.organization_id = n.organization_id and r.id = n.rep_id
  join webhook w on ${isListening(sql, asked)} and 'call.recognized' = any(w.events)
  where not exists (
    select from webhook_message m
    where m.organization_id = c.organization_id and m.call_id = c.id and m.webhook_id = w.id
      and m.event = 'call.recognized' and m.rep_id = r.id)
  order by c.started_at, c.id, r.id, w.id`

/** Calls of the days whose outcome is told, with what decides it (METHOD 4.1, 4.3). */
const toldCalls = (sql: Transaction, asked: DaysWorkedOut, now: number) => sql`
  select c.*, f.source, c.started_at + make_interval(secs => ${asked.windowSeconds}) as closes_at,
    coalesce(c.next_same_issue_at - c.started_at < make_interval(secs => ${asked.windowSeconds}),
      false) as is_repeat,
    c.started_at + make_interval(secs => ${asked.windowSeconds}) <= ${asked.watermark}
      as is_mature
  from call c
  join feed f on f.organization_id = c.organization_id and f.id = c.feed_id
  join unnest(${[...asked.days]}::date[]) d(day)
    on c.started_at >= d.day at time zone 'UTC' and c.started_at < (d.day + 1) at time zone 'UTC'
  where c.organization_id = ${asked.organizationId} and c.direction = 'inbound'
    and c.customer_key is not null and c.issue is not null
    and c.started_at > ${new Date(now)}::timestamptz - make_interval(days => ${toldDaysLimit})`

const isListening = (sql: Transaction, asked: DaysWorkedOut) => sql`
  w.organization_id = ${asked.organizationId} and w.is_enabled and c.closes_at > w.created_at`

/** What of a call is told: no times of talk, and of the customer the ending of the number. */
const factsOf = (sql: Transaction) => sql`
  'callId', c.id, 'source', c.source, 'externalId', c.external_id,
  'startedAt', to_char(c.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'queue', c.queue, 'issue', c.issue, 'audience', c.audience, 'customer', c.customer_masked`

const isoOf = (now: number): string => new Date(now).toISOString()
