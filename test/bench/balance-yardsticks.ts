import { addDays } from '../../server/balance/day.ts'

export type YardstickName =
  'standing' | 'standing30' | 'chains' | 'seconds' | 'weeks' | 'outcomes' | 'signs'
export type Dialect = 'postgres' | 'duckdb'

/** What the engine's sums rest on at the moment. */
export type Ground = {
  organizationId: number
  watermark: Date
  fromDay: string
  toDay: string
  baseline: number
  /** First Monday of the trend. */
  trendFrom: string
}

const dayMilliseconds = 86_400_000
const at = (instant: Date | number): string =>
  `timestamp '${new Date(instant).toISOString().replace('T', ' ').replace('Z', '')}'`

const isKnown = { postgres: 'c.customer_key is not null', duckdb: 'c.has_customer' }
const firstOf = {
  postgres: (what: string) => `(array_agg(${what} order by l.call_id, l.leg_no))[1]`,
  duckdb: (what: string) => `arg_min(${what}, l.call_id * 64 + l.leg_no)`,
}
const isRepeat = `coalesce(c.next_same_issue_at < c.started_at + interval '7 days', false)`

/**
 * The sums each answer rests on, from calls and legs alone, in one statement each: what somebody
 * would write who keeps no sums. Both databases get the same statement but for a function's name.
 */
export function yardsticksOf(dialect: Dialect, ground: Ground): Record<YardstickName, string> {
  const { organizationId: id, watermark, fromDay, toDay } = ground
  const maturedAt = at(watermark.getTime() - 7 * dayMilliseconds)
  const isMature = `l.started_at <= ${maturedAt}`
  const isDayOver = `l.started_at <= ${at(watermark.getTime() - dayMilliseconds)}`
  const facts = (from: string, until?: string): string => `
    from leg l join call c on c.organization_id = l.organization_id and c.id = l.call_id
    where l.organization_id = ${id} and l.started_at >= timestamp '${from}'
      and c.started_at >= timestamp '${from}'
      ${until === undefined ? '' : `and l.started_at < timestamp '${until}' and c.started_at < timestamp '${until}'`}
      and c.direction = 'inbound' and not l.is_neutral`
  const isLinkable = `${isKnown[dialect]} and c.issue is not null`
  const standing = (from: string, until?: string): string => `
    select l.rep_id as rep, l.cell_id as cell, count(*) filter (where ${isMature}) as counted,
      count(*) filter (where ${isMature} and not l.is_handed_on and not ${isRepeat}) as resolved,
      count(*) filter (where ${isDayOver} and not l.is_handed_on) as day_counted,
      count(*) filter (where ${isDayOver} and not l.is_handed_on
        and coalesce(c.next_any_at >= c.started_at + interval '24 hours', true)) as day_stayed
    ${facts(from, until)} and ${isLinkable}
    group by 1, 2 having count(*) filter (where ${isMature}) > 0
      or count(*) filter (where ${isDayOver} and not l.is_handed_on) > 0`
  const rows = { dialect, ground, isMature, isDayOver, isLinkable, facts, maturedAt }
  return {
    standing: standing(fromDay),
    standing30: standing(addDays(toDay, -59), addDays(toDay, -29)),
    chains: chains(rows),
    seconds: `
      select c.issue as key, l.handle_seconds as seconds,
        count(*) filter (where ${isMature} and not l.is_handed_on and not ${isRepeat}) as resolved,
        count(*) filter (where ${isMature} and not l.is_handed_on and ${isRepeat}) as not_resolved,
        count(*) filter (where ${isMature} and l.is_handed_on) as handed_on,
        count(*) filter (where not ${isMature}) as still_open
      ${facts(fromDay)} and ${isLinkable} and l.handle_seconds is not null and not l.is_suspect
      group by 1, 2`,
    weeks: `
      select cast(cast(date_trunc('week', l.started_at) as date) as varchar) as week,
        count(*) as mature,
        count(*) filter (where not l.is_handed_on and not ${isRepeat}) as resolved,
        sum(b.resolution) as expected
      from leg l
      join call c on c.organization_id = l.organization_id and c.id = l.call_id
      join reference_band b on b.organization_id = l.organization_id
        and b.version = ${ground.baseline} and b.cell_id = l.cell_id and b.rep_id = l.rep_id
      where l.organization_id = ${id} and l.started_at >= timestamp '${ground.trendFrom}'
        and c.started_at >= timestamp '${ground.trendFrom}' and ${isMature}
        and c.started_at <= ${maturedAt}
        and c.direction = 'inbound' and not l.is_neutral and ${isLinkable}
        and b.resolution is not null
      group by 1`,
    outcomes: outcomes(rows),
    signs: signs(rows),
  }
}

type Rows = {
  dialect: Dialect
  ground: Ground
  isMature: string
  isDayOver: string
  isLinkable: string
  maturedAt: string
  facts: (from: string, until?: string) => string
}

function chains({ dialect, ground, maturedAt }: Rows): string {
  const sameChain =
    dialect === 'postgres'
      ? 'm.organization_id = e.organization_id and m.customer_key = e.customer_key and m.chain_id = e.chain_id'
      : 'm.chain_id = e.chain_id'
  const columns = dialect === 'postgres' ? 'organization_id, customer_key, chain_id' : 'chain_id'
  return `
    with ended as (
      select ${columns}, id, position, started_at <= ${maturedAt} as is_closed
      from call
      where organization_id = ${ground.organizationId} and position is not null
        and started_at >= timestamp '${ground.fromDay}'
        and coalesce(next_same_issue_at >= started_at + interval '7 days', true)
    ), told as (
      select e.id, e.position, e.is_closed,
        coalesce(sum(l.handle_seconds) filter (where not l.is_suspect), 0) as seconds,
        ${firstOf[dialect]('l.cell_id')} as cell_id
      from ended e
      join call m on ${sameChain}
      join leg l on l.organization_id = m.organization_id and l.call_id = m.id
      group by e.id, e.position, e.is_closed
    )
    select k.queue as key, count(*) filter (where is_closed) as closed,
      count(*) filter (where not is_closed) as still_open,
      coalesce(sum(t.position) filter (where is_closed), 0) as contacts,
      coalesce(sum(seconds) filter (where is_closed), 0) as seconds,
      coalesce(sum(seconds * seconds) filter (where is_closed), 0) as squares
    from told t join cell k on k.organization_id = ${ground.organizationId} and k.id = t.cell_id
    where k.queue is not null
    group by 1`
}

function outcomes({ ground, isMature, isLinkable, facts }: Rows): string {
  const age = `floor(extract(epoch from (${at(ground.watermark)} - cast(l.started_at as timestamp))) / 86400)`
  const gap = `floor(extract(epoch from (c.next_same_issue_at - c.started_at)) / 86400) + 1`
  return `
    select ${isLinkable} as is_linkable, ${isMature} as is_mature, l.is_handed_on,
      case when not (${isMature}) and ${isLinkable} then ${age} end as complete_days,
      case when ${isRepeat} and ${isLinkable} then ${gap} end as event_day, count(*) as legs
    ${facts(ground.fromDay)}
    group by 1, 2, 3, 4, 5`
}

function signs({ ground, isMature, isDayOver, isLinkable, facts }: Rows): string {
  const count = (condition: string): string => `count(*) filter (where ${condition})`
  const known = `${isLinkable} and ${isMature}`
  const settledAt = at(ground.watermark.getTime() - 9 * dayMilliseconds)
  const isSettled = `${isLinkable} and not l.is_handed_on and l.started_at <= ${settledAt}`
  const cameBack = (from: number, until: number): string =>
    `${isSettled} and c.next_same_issue_at >= c.started_at + interval '${from} days'
      and c.next_same_issue_at < c.started_at + interval '${until} days'`
  const claimed = `${known} and c.rep_claim = 'resolved' and not l.is_handed_on`
  const stayed = `${isLinkable} and ${isDayOver} and not l.is_handed_on`
  const brief = `l.handle_seconds <= 30 and l.ended_by <> 'unknown'`
  const resolved = `${known} and not l.is_handed_on and not ${isRepeat}`
  const notResolved = `${known} and (l.is_handed_on or ${isRepeat})`
  return `
    select l.queue as key, count(*) as inbound, ${count(`not (${isLinkable})`)} as not_linkable,
      ${count(stayed)} as hour_counted,
      ${count(`${stayed} and c.next_any_at < c.started_at + interval '1 hour'`)} as hour_back,
      ${count(claimed)} as declared, ${count(`${claimed} and ${isRepeat}`)} as declared_back,
      ${count(brief)} as brief, ${count(`${brief} and l.ended_by = 'rep'`)} as brief_rep,
      ${count(cameBack(5, 7))} as back_before, ${count(cameBack(7, 9))} as back_after,
      ${count(resolved)} as resolved,
      ${count(`${resolved} and c.csat_score is not null`)} as resolved_surveyed,
      ${count(notResolved)} as not_resolved,
      ${count(`${notResolved} and c.csat_score is not null`)} as not_resolved_surveyed
    ${facts(ground.fromDay)} and l.queue is not null
    group by 1`
}
