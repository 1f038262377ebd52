import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type Plane } from '../../shared/calls/contract.ts'
import { type CallClass, type Outcome } from '../../shared/calls/words.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { legsInContext } from './leg-context-store.ts'

/** Up to this many legs are drawn one by one; beyond it, all of them as counts. */
export const dotsLimit = 1_500
/** Width of a count's step: an eighth of a doubling, about 9 %. */
export const stepLog2 = 0.125
/** Beyond 32 times or a 32nd of the usual time a leg is counted in the outermost step. */
const stepLimit = 40

const isPlaced = (sql: Reading) => sql`
  is_counted and is_linkable and not is_handed_on and handle_seconds is not null
  and not is_suspect and median_seconds is not null
  and band_queue_calls >= 30 and reference_reps >= 4`

/** A provisional outcome is drawn as open, whatever has been claimed so far. */
const lane = (sql: Reading) => sql`case when state = 'final' then outcome else 'open' end`

type Totals = Pick<Plane, 'legs' | 'placed' | 'without' | 'band'>

export async function countPlane(
  sql: Reading,
  sight: Sight,
  filter: CallFilter,
): Promise<Totals & { bins: Plane['bins'] }> {
  type Row = { isTotal: boolean; outcome: Outcome; step: number; count: number } & Record<
    'legs' | 'handedOn' | 'notLinkable' | 'notCounted' | 'time',
    number
  > & { low: number | null; high: number | null }
  const rows = await sql<Row[]>`
    with x as materialized (
      select ${lane(sql)} as lane, ${isPlaced(sql)} as is_placed, is_counted, is_linkable,
        is_handed_on, handle_seconds, median_seconds, low_seconds, high_seconds, is_suspect
      from (${legsInContext(sql, sight, filter)}) leg
    )
    select false as "isTotal", lane as outcome, count(*)::int as count,
      greatest(-${stepLimit}::int, least(${stepLimit}::int, floor(
        log(2.0, (greatest(handle_seconds, 1) / median_seconds)::numeric)::float8 / ${stepLog2}::float8
      )::int)) as step,
      0 as legs, 0 as "handedOn", 0 as "notLinkable", 0 as "notCounted", 0 as time,
      null::float8 as low, null::float8 as high
    from x where is_placed
    group by 2, 4
    union all
    select true, 'open', count(*) filter (where is_placed)::int, 0, count(*)::int,
      count(*) filter (where is_counted and is_linkable and is_handed_on)::int,
      count(*) filter (where is_counted and not is_linkable)::int,
      count(*) filter (where not is_counted)::int,
      count(*) filter (where is_counted and is_linkable and not is_handed_on
        and (handle_seconds is null or is_suspect))::int,
      exp(avg(ln(low_seconds / median_seconds)) filter (where is_placed)),
      exp(avg(ln(high_seconds / median_seconds)) filter (where is_placed))
    from x`
  const total = rows.find((row) => row.isTotal)
  const bins = rows.filter((row) => !row.isTotal)
  return {
    ...totalsOf(total),
    bins: bins.map(({ outcome, step, count }) => ({ outcome, step, count })),
  }
}

function totalsOf(
  row:
    | (Record<'legs' | 'count' | 'handedOn' | 'notLinkable' | 'notCounted' | 'time', number> & {
        low: number | null
        high: number | null
      })
    | undefined,
): Totals {
  const { legs = 0, count = 0, handedOn = 0, notLinkable = 0, notCounted = 0, time = 0 } = row ?? {}
  const low = row?.low ?? null
  const high = row?.high ?? null
  return {
    legs,
    placed: count,
    without: {
      ...{ handedOn, notLinkable, notCounted, time },
      reference: legs - count - handedOn - notLinkable - notCounted - time,
    },
    band: low === null || high === null ? null : { low, high },
  }
}

type DotRow = {
  callId: number
  legNo: number
  ratio: number
  handleSeconds: number
  outcome: Outcome
  class: CallClass
  repId: number
  repName: string
  startedAt: Date
}

export const findDots = (sql: Reading, sight: Sight, filter: CallFilter): Promise<DotRow[]> =>
  sql<DotRow[]>`
    select call_id::float8 as "callId", leg_no as "legNo",
      greatest(handle_seconds, 1) / median_seconds as ratio, handle_seconds as "handleSeconds",
      ${lane(sql)} as outcome, class, rep_id as "repId", rep_name as "repName",
      started_at as "startedAt"
    from (${legsInContext(sql, sight, filter)}) x
    where ${isPlaced(sql)}
    order by started_at, call_id, leg_no
    limit ${dotsLimit}`
