import { legsInContext } from '../../server/calls/leg-context-store.ts'
import { type Database } from '../../server/database/connect.ts'
import { type CountedOutcome } from '../../shared/balance/leg-outcome.ts'

/** What linking says of one call: names instead of row numbers, instants in epoch seconds. */
export type LinkedState = {
  /** First call of its chain; null where nothing links it. */
  chain: string | null
  position: number | null
  callerFrequency: number
  nextSameIssueAt: number | null
  nextAnyAt: number | null
  /** What the source says the rep declared. */
  declared: string | null
  legs: {
    rep: string
    handleSeconds: number | null
    /** Place in the chain and frequency of the caller, in the steps of the case mix. */
    kind: [position: number, frequency: number]
    y: CountedOutcome
    yFast: CountedOutcome
  }[]
}

type Row = Omit<LinkedState, 'legs'> & { id: string; callId: number }
type LegRow = {
  callId: number
  rep: string
  handleSeconds: number | null
  position: number
  frequency: number
  isCounted: boolean
  isLinkable: boolean
  isMature: boolean | null
  isRepeat: boolean | null
  isHandedOn: boolean
  isDayOver: boolean | null
  isFastReturn: boolean | null
}

/** What the database holds of every call of an organization, by external id. */
export async function linkedState(
  { reading: sql }: Database,
  organizationId: number,
): Promise<Map<string, LinkedState>> {
  const rows = await sql<Row[]>`
    select c.external_id as id, c.id::float8 as "callId", head.external_id as chain, c.position,
      c.caller_frequency as "callerFrequency",
      extract(epoch from c.next_same_issue_at)::float8 as "nextSameIssueAt",
      extract(epoch from c.next_any_at)::float8 as "nextAnyAt", c.rep_claim as declared
    from call c
    left join call head on head.organization_id = c.organization_id and head.id = c.chain_id
    where c.organization_id = ${organizationId}`
  const legs = await sql<LegRow[]>`
    select x.call_id::float8 as "callId", x.rep_name as rep, x.handle_seconds as "handleSeconds",
      cell.position, cell.frequency, x.is_counted as "isCounted", x.is_linkable as "isLinkable",
      x.is_mature as "isMature", x.is_repeat as "isRepeat", x.is_handed_on as "isHandedOn",
      x.is_day_over as "isDayOver", x.is_fast_return as "isFastReturn"
    from (${legsInContext(sql, { organizationId, reps: 'all' }, {})}) x
    join leg l on l.organization_id = ${organizationId}
      and l.call_id = x.call_id and l.leg_no = x.leg_no
    join cell on cell.organization_id = l.organization_id and cell.id = l.cell_id
    order by x.call_id, x.leg_no`
  return new Map(
    rows.map(({ id, callId, ...links }) => {
      const own = legs.filter((leg) => leg.callId === callId)
      return [id, { ...links, legs: own.map(tellLeg) }]
    }),
  )
}

const tellLeg = (leg: LegRow): LinkedState['legs'][number] => ({
  rep: leg.rep,
  handleSeconds: leg.handleSeconds,
  kind: [leg.position, leg.frequency],
  y: !leg.isCounted || !leg.isMature ? null : leg.isRepeat || leg.isHandedOn ? 0 : 1,
  yFast: !leg.isCounted || leg.isHandedOn || !leg.isDayOver ? null : leg.isFastReturn ? 0 : 1,
})
