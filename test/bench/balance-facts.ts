import { draw, drawNormal } from './balance-chance.ts'

export const reps = 500
export const teams = 50
export const queues = 20
export const issues = 50
export const days = 730
/** The world's first instant, and the one up to which its feed is complete. */
export const firstDay = '2024-11-01'
export const completeUntil = '2026-11-01T00:00:00Z'
/** Chance that a queue's slot is drawn is alike; more slots than reps in any queue. */
const slots = 128
/** Return upon return: beyond this many hardly any chain goes. */
const hopsLimit = 7
/** Numbers of later calls are kept apart from those of first ones. */
const hopStep = 100_000_000

type Size = { legs: number; customers: number; organizationId: number; feedId: number }
type Step = { name: string; sql: string }

/** Calls with a leg, legs for each of them, and returns for each first call, on average. */
const firstCallsPerLeg = 0.735

const quote = (instant: string): string => `timestamptz '${instant}'`

const tables = `
  create unlogged table bench_issue as
  select n as issue, n % ${queues} as queue_a,
    case when n % 2 = 0 then (n * 7 + 3) % ${queues} else n % ${queues} end as queue_b,
    ln(150 + 550 * ${draw('n', 901)}) as mean_log, 0.45 + 0.3 * ${draw('n', 902)} as sd_log,
    0.16 + 0.2 * ${draw('n', 903)} as back
  from generate_series(0, ${issues - 1}) n;
  create unlogged table bench_rep as
  select n as rep, 1 + (n - 1) / ${reps / teams} as team,
    0.15 * ${drawNormal('n', 911)} as back_logit, 0.12 * ${drawNormal('n', 913)} as mean_log
  from generate_series(1, ${reps}) n;
  create unlogged table bench_slot as
  with member as (
    select rep, (rep + offset_by) % ${queues} as queue from bench_rep
    cross join unnest(array[0, 7, 13, 16]) with ordinality o(offset_by, place)
    where place <= 3 + rep % 2
  ), numbered as (
    select queue, rep, row_number() over (partition by queue order by rep) - 1 as place,
      count(*) over (partition by queue) as reps
    from member
  )
  select s.queue, s.slot, n.rep
  from (select queue, slot from generate_series(0, ${queues - 1}) queue
    cross join generate_series(0, ${slots - 1}) slot) s
  join numbered n on n.queue = s.queue and n.place = s.slot % n.reps;
  create unlogged table bench_call (
    seed bigint, hop int, customer int, issue int, queue int, rep int, started_at timestamptz)`

/** Issues are as unequal as in life; weekends are quiet; most calls come around noon. */
const firstCalls = ({ legs, customers }: Size): string => `
  insert into bench_call
  select n, 0, customer, c.issue, s.queue, s.rep, started_at
  from (
    select n,
      case when ${draw('n', 1)} >= 0.03
        then 1 + floor(${customers} * power(${draw('n', 2)}, 1.6))::int end as customer,
      floor(${issues} * power(${draw('n', 3)}, 1.5))::int as issue,
      case when ${draw('n', 4)} < 0.7 then 'a' else 'b' end as way,
      floor(${slots} * ${draw('n', 5)})::int as slot,
      d.day + interval '1 second' * floor(25200 + 25200 * (${draw('n', 6)} + ${draw('n', 7)}))
        as started_at
    from generate_series(1, ${Math.round(legs * firstCallsPerLeg)}) n
    cross join lateral (
      select timestamptz '${firstDay}' + interval '1 day' * (
        case when ${draw('n', 8)} < 0.12 then w.week * 7 + 1 + floor(2 * ${draw('n', 9)})
          else w.week * 7 + (3 + floor(5 * ${draw('n', 9)})::int) % 7 end) as day
      from (select floor(${Math.ceil(days / 7)} * ${draw('n', 10)})::int as week) w
    ) d
  ) c
  join bench_issue i on i.issue = c.issue
  join bench_slot s on s.queue = case way when 'a' then i.queue_a else i.queue_b end
    and s.slot = c.slot
  where started_at < ${quote(completeUntil)}`

/** Who was not helped comes back within the week, mostly soon, and meets whoever is there. */
const returns = (hop: number): string => `
  insert into bench_call
  select c.seed + ${hopStep}, ${hop}, c.customer, c.issue, s.queue,
    case when ${draw('c.seed', 21)} < 0.3 then c.rep else s.rep end,
    c.started_at + interval '1 second' * floor(600 + 603000 * power(${draw('c.seed', 22)}, 2.4))
  from bench_call c
  join bench_issue i on i.issue = c.issue
  join bench_rep r on r.rep = c.rep
  join bench_slot s on s.queue = c.queue and s.slot = floor(${slots} * ${draw('c.seed', 23)})::int
  where c.hop = ${hop - 1} and c.customer is not null
    and ${draw('c.seed', 24)} < 1 / (1 + exp(-(ln(i.back / (1 - i.back)) + r.back_logit)))
    and c.started_at + interval '1 second' * floor(600 + 603000 * power(${draw('c.seed', 22)}, 2.4))
      < ${quote(completeUntil)}`

/** Two calls of a hundred carry no issue. */
const numbered = `
  create unlogged table bench_numbered as
  select row_number() over (order by started_at, seed) as id, seed, customer,
    case when ${draw('seed', 31)} >= 0.02 then issue end as issue, issue as kind, queue, rep,
    started_at, ${draw('seed', 32)} < 0.04 as is_abandoned
  from bench_call order by started_at, seed`

/** As \`linkCustomer\` links them: chains by start to start, frequency where the chain began. */
const linked = `
  create unlogged table bench_linked as
  select id, chain_id, position, next_same, next_any,
    case when chain_id is null then frequency
      else first_value(frequency) over (partition by chain_id order by position) end as frequency
  from (
    select id, next_same, next_any, frequency,
      case when issue is not null then first_value(id) over chain end as chain_id,
      case when issue is not null then row_number() over chain end as position
    from (
      select *, sum(begins) over (partition by customer, issue order by id) as chain
      from (
        select id, customer, issue,
          case when issue is not null then lead(started_at) over same end as next_same,
          case when started_at - lag(started_at) over same < interval '7 days' then 0 else 1 end
            as begins,
          lead(started_at) over (partition by customer order by started_at, id) as next_any,
          count(*) over (partition by customer order by started_at
            range between interval '90 days' preceding and current row) - 1 as frequency
        from bench_numbered where customer is not null
        window same as (partition by customer, issue order by started_at, id)
      ) near
    ) begun
    window chain as (partition by customer, issue, chain order by id)
  ) chained`

/** Every call with its links and words, as both tables need them. */
const told = `
  create unlogged table bench_told as
  select n.*, k.chain_id, k.position, k.next_same, k.next_any, k.frequency,
    'queue ' || lpad(n.queue::text, 2, '0') as queue_name,
    'issue ' || lpad(n.issue::text, 2, '0') as issue_name,
    case when coalesce(n.customer, n.id) % 5 = 0 then 'business' else 'private' end as audience,
    least(coalesce(k.position, 1), 3)::smallint as position_step,
    (case when coalesce(k.frequency, 0) <= 1 then 0 when k.frequency <= 5 then 1 else 2 end)::smallint
      as frequency_step
  from bench_numbered n left join bench_linked k on k.id = n.id
  order by n.id`

/** What has to be there before calls can be written: everything but the cells. */
export const stepsBefore = (size: Size): Step[] => [
  { name: 'issues, reps and queues', sql: tables },
  { name: 'first calls', sql: firstCalls(size) },
  ...Array.from({ length: hopsLimit }, (_, place) => ({
    name: `returns, round ${place + 1}`,
    sql: returns(place + 1),
  })),
  { name: 'order', sql: numbered },
  { name: 'links', sql: `analyze bench_numbered; ${linked}` },
  { name: 'words', sql: `analyze bench_linked; ${told}; analyze bench_told` },
]

const calls = ({ organizationId, feedId }: Size): string => `
  insert into call (organization_id, id, feed_id, external_id, version, facts_hash, started_at,
    answered_at, ended_at, direction, queue, issue, audience, customer_key, customer_masked,
    is_abandoned, queue_seconds, disposition_code, csat_score, csat_min, csat_max,
    declared_resolution, chain_id, position, caller_frequency, next_same_issue_at, next_any_at,
    rep_claim)
  select ${organizationId}, t.id, ${feedId}, 'call ' || lpad(t.id::text, 9, '0'), 1,
    int8send(t.id) || int8send(t.seed), t.started_at,
    case when not is_abandoned then t.started_at + interval '20 seconds' end, null, 'inbound',
    t.queue_name, t.issue_name, t.audience, c.key, c.masked, is_abandoned, 20,
    case when not is_abandoned and ${draw('seed', 41)} < 0.6
      then 'code ' || t.kind % 7 || floor(3 * power(${draw('seed', 42)}, 2))::int end,
    case when ${draw('seed', 43)} < 0.05 then 1 + floor(5 * ${draw('seed', 44)}) end,
    case when ${draw('seed', 43)} < 0.05 then 1 end, case when ${draw('seed', 43)} < 0.05 then 5 end,
    case when not is_abandoned and ${draw('seed', 45)} < 0.08 then 'resolved' end,
    t.chain_id, t.position, coalesce(t.frequency, 0), t.next_same, t.next_any,
    case when not is_abandoned and ${draw('seed', 45)} < 0.08 then 'resolved' end
  from bench_told t left join bench_customer c on c.n = t.customer
  order by t.id`

/** A second leg goes to a colleague of the same queue: eight calls of a hundred are handed on. */
const legs = ({ organizationId }: Size): string => `
  insert into leg (organization_id, call_id, leg_no, rep_id, alias_id, queue, started_at,
    talk_seconds, hold_seconds, wrap_seconds, talk_includes_hold, handle_seconds, ending, ended_by,
    is_neutral, is_handed_on, is_suspect, cell_id)
  select ${organizationId}, id, leg_no, rep, rep, queue_name, started_at,
    handle - handle / 10 - handle / 8, handle / 10, handle / 8, false, handle,
    case when is_handed_on then 'blind_transfer' else 'completed' end,
    case when ${draw('seed', 51)} < 0.5 then 'customer' when ${draw('seed', 51)} < 0.9 then 'rep'
      else 'unknown' end,
    false, is_handed_on, false, cell_id
  from (
    select t.id, t.seed, l.leg_no, t.queue_name, t.started_at, k.id as cell_id,
      case l.leg_no when 1 then t.rep else s.rep end as rep,
      l.leg_no < t.legs as is_handed_on,
      greatest(5, least(14000, exp(i.mean_log + r.mean_log
        + i.sd_log * ${drawNormal('t.seed * 2 + l.leg_no', 52)})))::int as handle
    from (
      select *, case when ${draw('seed', 50)} < 0.08 then 2 else 1 end as legs
      from bench_told where not is_abandoned
    ) t
    cross join lateral generate_series(1, t.legs) l(leg_no)
    join bench_issue i on i.issue = t.kind
    join bench_rep r on r.rep = t.rep
    join bench_slot s on s.queue = t.queue
      and s.slot = floor(${slots} * ${draw('t.seed', 54)})::int
    join cell k on k.organization_id = ${organizationId} and k.level = 3
      and k.queue = t.queue_name and coalesce(k.issue, '') = coalesce(t.issue_name, '')
      and k.audience = t.audience and k.position = t.position_step
      and k.frequency = t.frequency_step
  ) drawn
  order by id, leg_no`

const rest = ({ organizationId, feedId }: Size): string => `
  insert into evidence (organization_id, call_id, source, claim, at)
  select ${organizationId}, id, 'rep', 'resolved', started_at from bench_told
  where not is_abandoned and ${draw('seed', 45)} < 0.08;
  insert into changed_day (organization_id, day, concerns)
  select distinct ${organizationId}, started_at::date, 'calls' from bench_told;
  update feed set complete_until = ${quote(completeUntil)}, last_received_at = ${quote(completeUntil)},
    calls = (select count(*) from bench_told) where id = ${feedId};
  select setval('call_ids', (select max(id) from bench_told))`

/** Writes calls and legs, once there is a cell for every kind of them. */
export const stepsAfter = (size: Size): Step[] => [
  { name: 'calls', sql: calls(size) },
  { name: 'legs', sql: legs(size) },
  { name: 'evidence and days', sql: rest(size) },
]
