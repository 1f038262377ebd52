import { type CallFilter } from '../../shared/calls/call-filter.ts'
import {
  type CallClass,
  type Outcome,
  type OutcomeSource,
  type OutcomeState,
  type TimeClass,
} from '../../shared/calls/words.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { legsInContext } from './leg-context-store.ts'

/** A leg with its context, as the database gives it. */
export type LineRow = {
  callId: number
  legNo: number
  startedAt: Date
  direction: string
  repId: number
  repName: string
  teamId: number | null
  teamName: string | null
  queue: string | null
  issue: string | null
  audience: string | null
  customer: string | null
  position: number | null
  handleSeconds: number | null
  isSuspect: boolean
  isLinkable: boolean
  knownFrom: Date | null
  outcome: Outcome
  state: OutcomeState
  source: OutcomeSource
  timeClass: TimeClass
  class: CallClass
  version: number | null
  referenceReps: number
  bandCalls: number | null
  bandQueueCalls: number
  lowSeconds: number | null
  medianSeconds: number | null
  highSeconds: number | null
  reflectionLine: string | null
  hasReflection: boolean
}

/** How much of a reflection a list shows. */
const lineCharactersLimit = 120

const lineColumns = (sql: Reading) => sql`
  x.call_id::float8 as "callId", x.leg_no as "legNo", x.started_at as "startedAt", x.direction,
  x.rep_id as "repId", x.rep_name as "repName", x.team_id as "teamId", x.team_name as "teamName",
  x.queue, x.issue, x.audience, x.customer_masked as customer, x.position,
  x.handle_seconds as "handleSeconds", x.is_suspect as "isSuspect",
  x.is_linkable as "isLinkable", x.known_from as "knownFrom",
  x.outcome, x.state, x.source, x.time_class as "timeClass", x.class, x.version,
  x.reference_reps as "referenceReps", x.band_calls as "bandCalls",
  x.band_queue_calls as "bandQueueCalls", x.low_seconds as "lowSeconds",
  x.median_seconds as "medianSeconds", x.high_seconds as "highSeconds",
  f.call_id is not null as "hasReflection",
  left(coalesce(nullif(f.what_resolved_it, ''), nullif(f.what_stuck, ''),
    nullif(f.words_that_worked, ''), nullif(f.what_did_not_go_well, ''),
    nullif(f.what_next_time, ''), nullif(f.friction, '')), ${lineCharactersLimit})
    as "reflectionLine"`

const withReflection = (sql: Reading, organizationId: number) => sql`
  left join reflection f on f.organization_id = ${organizationId}
    and f.call_id = x.call_id and f.rep_id = x.rep_id`

/** Where a list in order of time goes on: the last leg shown. */
export type TimePlace = { startedAt: number; callId: number; legNo: number }

export function findLines(
  sql: Reading,
  sight: Sight,
  filter: CallFilter,
  page: { after: TimePlace | null; limit: number },
): Promise<LineRow[]> {
  const { after } = page
  return sql<LineRow[]>`
    select ${lineColumns(sql)}
    from (
      ${legsInContext(sql, sight, filter)}
      ${
        after
          ? sql`and (started_at, call_id, leg_no)
              < (${new Date(after.startedAt)}, ${after.callId}, ${after.legNo})`
          : sql``
      }
      order by started_at desc, call_id desc, leg_no desc
      limit ${page.limit}
    ) x ${withReflection(sql, sight.organizationId)}
    order by x.started_at desc, x.call_id desc, x.leg_no desc`
}

/** How far back from a rep's latest call their own list goes. */
const ownCallsDaysLimit = 30

/** A rep's own recent calls: those without a reflection first, newest first in each part. */
export async function findOwnLines(
  sql: Reading,
  sight: Extract<Sight, { reps: 'one' }>,
  page: { after: (TimePlace & { hasReflection: boolean }) | null; limit: number },
): Promise<LineRow[]> {
  const { after } = page
  const from = await firstRecentDay(sql, sight)
  if (from === null) return []
  return sql<LineRow[]>`
    select * from (
      select ${lineColumns(sql)}
      from (${legsInContext(sql, sight, { from })}) x
      ${withReflection(sql, sight.organizationId)}
    ) own
    where true ${
      after
        ? sql`and (not "hasReflection", "startedAt", "callId", "legNo")
            < (${!after.hasReflection}, ${new Date(after.startedAt)}, ${after.callId}, ${after.legNo})`
        : sql``
    }
    order by not "hasReflection" desc, "startedAt" desc, "callId" desc, "legNo" desc
    limit ${page.limit}`
}

/** Counted from the latest call, not the clock: an imported history has recent calls too. */
async function firstRecentDay(
  sql: Reading,
  sight: Extract<Sight, { reps: 'one' }>,
): Promise<string | null> {
  const [latest] = await sql<{ day: string | null }[]>`
    select (max(started_at) - make_interval(days => ${ownCallsDaysLimit}))::date::text as day
    from leg where organization_id = ${sight.organizationId} and rep_id = ${sight.repId}`
  return latest?.day ?? null
}

/** All legs of one call with their context, whoever's they are. */
export const findLegsOfCall = (
  sql: Reading,
  organizationId: number,
  callId: number,
): Promise<LineRow[]> => sql<LineRow[]>`
  select ${lineColumns(sql)}
  from (
    ${legsInContext(sql, { organizationId, reps: 'all' }, {})} and call_id = ${callId}
  ) x ${withReflection(sql, organizationId)}
  order by x.leg_no`

/** Some legs with their context, in no order. */
export const findLinesOf = (
  sql: Reading,
  sight: Sight,
  places: readonly { callId: number; legNo: number }[],
): Promise<LineRow[]> => sql<LineRow[]>`
  select ${lineColumns(sql)}
  from (
    ${legsInContext(sql, sight, {})}
    and call_id = any(${places.map(({ callId }) => callId)}::bigint[])
  ) x
  ${withReflection(sql, sight.organizationId)}
  join unnest(
    ${places.map(({ callId }) => callId)}::bigint[], ${places.map(({ legNo }) => legNo)}::int[]
  ) p(call_id, leg_no) on p.call_id = x.call_id and p.leg_no = x.leg_no`
