import { type CallPage } from '../../shared/calls/call-page.ts'
import { type EvidenceWord } from '../../shared/calls/words.ts'
import { type Reading } from '../database/connect.ts'

export type CallRow = {
  callId: number
  source: string
  externalId: string
  version: number | null
  startedAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  direction: CallPage['direction']
  queue: string | null
  issue: string | null
  audience: string | null
  language: string | null
  customer: string | null
  customerKey: Buffer | null
  isAbandoned: boolean
  queueSeconds: number | null
  ivrSeconds: number | null
  disposition: string | null
  csatScore: number | null
  csatMin: number | null
  csatMax: number | null
  recordingUrl: string | null
  chainId: number | null
  position: number | null
  nextSameIssueAt: Date | null
  watermark: Date | null
  windowSeconds: number
}

export async function findCall(
  sql: Reading,
  organizationId: number,
  callId: number,
): Promise<CallRow | null> {
  const rows = await sql<CallRow[]>`
    select c.id::float8 as "callId", f.source, c.external_id as "externalId",
      c.version::float8, c.started_at as "startedAt", c.answered_at as "answeredAt",
      c.ended_at as "endedAt", c.direction, c.queue, c.issue, c.audience, c.language,
      c.customer_masked as customer, c.customer_key as "customerKey",
      c.is_abandoned as "isAbandoned", c.queue_seconds as "queueSeconds",
      c.ivr_seconds as "ivrSeconds",
      coalesce(c.disposition_label, c.disposition_code) as disposition,
      c.csat_score as "csatScore", c.csat_min as "csatMin", c.csat_max as "csatMax",
      c.recording_url as "recordingUrl", c.chain_id::float8 as "chainId", c.position,
      c.next_same_issue_at as "nextSameIssueAt",
      organization_watermark(o.id) as watermark, o.window_seconds as "windowSeconds"
    from call c
    join feed f on f.organization_id = c.organization_id and f.id = c.feed_id
    join organization o on o.id = c.organization_id
    where c.organization_id = ${organizationId} and c.id = ${callId}`
  return rows[0] ?? null
}

export type LegRow = {
  legNo: number
  repId: number
  repName: string
  teamId: number | null
  cellId: number
  queue: string | null
  answeredAt: Date | null
  endedAt: Date | null
  ringSeconds: number | null
  talkSeconds: number | null
  holdSeconds: number | null
  wrapSeconds: number | null
  talkIncludesHold: boolean
  handleSeconds: number | null
  ending: CallPage['legs'][number]['ending']
  endedBy: CallPage['legs'][number]['endedBy']
  isNeutral: boolean
  isHandedOn: boolean
}

export const findLegs = (
  sql: Reading,
  organizationId: number,
  callId: number,
): Promise<LegRow[]> => sql<LegRow[]>`
  select l.leg_no as "legNo", l.rep_id as "repId", r.name as "repName", r.team_id as "teamId",
    l.cell_id as "cellId", l.queue, l.answered_at as "answeredAt", l.ended_at as "endedAt",
    l.ring_seconds as "ringSeconds", l.talk_seconds as "talkSeconds",
    l.hold_seconds as "holdSeconds", l.wrap_seconds as "wrapSeconds",
    l.talk_includes_hold as "talkIncludesHold", l.handle_seconds as "handleSeconds",
    l.ending, l.ended_by as "endedBy", l.is_neutral as "isNeutral",
    l.is_handed_on as "isHandedOn"
  from leg l join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
  where l.organization_id = ${organizationId} and l.call_id = ${callId}
  order by l.leg_no`

export type OfferRow = {
  repId: number
  repName: string
  teamId: number | null
  queue: string | null
  ringSeconds: number | null
  result: CallPage['offers'][number]['result']
}

export const findOffers = (
  sql: Reading,
  organizationId: number,
  callId: number,
): Promise<OfferRow[]> => sql<OfferRow[]>`
  select o.rep_id as "repId", r.name as "repName", r.team_id as "teamId", o.queue,
    o.ring_seconds as "ringSeconds", o.result
  from offer o join rep r on r.organization_id = o.organization_id and r.id = o.rep_id
  where o.organization_id = ${organizationId} and o.call_id = ${callId}
  order by o.offer_no`

export type ChainRow = {
  callId: number
  startedAt: Date
  direction: CallPage['direction']
  isAbandoned: boolean
  position: number | null
  nextSameIssueAt: Date | null
  reps: { id: number; name: string; teamId: number | null }[]
  handleSeconds: number | null
}

/** A page shows at most this many calls of a chain: the latest ones. */
export const chainCallsLimit = 50

/** The calls of a chain in order of time; one customer's, so the index finds them at once. */
export const findChain = (
  sql: Reading,
  organizationId: number,
  chainId: number,
  customerKey: Buffer,
): Promise<ChainRow[]> => sql<ChainRow[]>`
  select c.id::float8 as "callId", c.started_at as "startedAt", c.direction,
    c.is_abandoned as "isAbandoned", c.position, c.next_same_issue_at as "nextSameIssueAt",
    coalesce(legs.reps, '[]') as reps, legs.handle_seconds::int as "handleSeconds"
  from call c
  left join lateral (
    select sum(l.handle_seconds) as handle_seconds,
      json_agg(json_build_object('id', r.id, 'name', r.name, 'teamId', r.team_id) order by l.leg_no) as reps
    from leg l join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
    where l.organization_id = c.organization_id and l.call_id = c.id
  ) legs on true
  where c.organization_id = ${organizationId} and c.customer_key = ${customerKey}
    and c.chain_id = ${chainId}
  order by c.started_at desc, c.id desc limit ${chainCallsLimit}`

export type EvidenceRow = {
  source: 'supervisor' | 'survey' | 'rep'
  claim: EvidenceWord
  at: Date
  actor: string | null
  note: string | null
  /** The rep who claims it, where it is one who signs in here. */
  repId: number | null
  teamId: number | null
}

export const findEvidence = (
  sql: Reading,
  organizationId: number,
  callId: number,
): Promise<EvidenceRow[]> => sql<EvidenceRow[]>`
  select e.source, e.claim, e.at, e.actor, e.note, r.id as "repId", r.team_id as "teamId"
  from evidence e
  left join membership m on m.organization_id = e.organization_id and m.user_id = e.user_id
  left join rep r on r.organization_id = e.organization_id and r.id = m.rep_id
  where e.organization_id = ${organizationId} and e.call_id = ${callId}
  order by e.at, e.id`

export type ReflectionRow = Omit<
  CallPage['reflections'][number],
  'rep' | 'recordedAt' | 'changedAt'
> & { repId: number; repName: string; teamId: number | null; recordedAt: Date; changedAt: Date }

export const findReflections = (
  sql: Reading,
  organizationId: number,
  callId: number,
): Promise<ReflectionRow[]> => sql<ReflectionRow[]>`
  select f.rep_id as "repId", r.name as "repName", r.team_id as "teamId", f.outcome,
    f.what_resolved_it as "whatResolvedIt", f.what_stuck as "whatStuck",
    f.words_that_worked as "wordsThatWorked", f.what_did_not_go_well as "whatDidNotGoWell",
    f.what_next_time as "whatNextTime", f.skills, f.friction,
    f.shared_at is not null as "isShared", f.recorded_at as "recordedAt", f.changed_at as "changedAt"
  from reflection f join rep r on r.organization_id = f.organization_id and r.id = f.rep_id
  where f.organization_id = ${organizationId} and f.call_id = ${callId}
  order by f.recorded_at`

/** Handle times of the reference by cell, widest first, of everybody and of one rep. */
export const findHistograms = (
  sql: Reading,
  organizationId: number,
  cellId: number,
  repId: number,
): Promise<{ level: number; repId: number; firstBin: number; counts: number[] }[]> => sql<
  { level: number; repId: number; firstBin: number; counts: number[] }[]
>`
  with recursive path as (
    select id, parent_id, level from cell
    where organization_id = ${organizationId} and id = ${cellId}
    union all
    select p.id, p.parent_id, p.level from cell p
    join path on p.organization_id = ${organizationId} and p.id = path.parent_id
  )
  select path.level, h.rep_id as "repId", h.first_bin as "firstBin", h.counts
  from path
  join reference_cell h on h.organization_id = ${organizationId} and h.cell_id = path.id
    and h.rep_id in (0, ${repId})
    and h.version = (select max(id) from reference_version where organization_id = ${organizationId})
  order by path.level`
