import { type Links } from '../../shared/calls/link-customer.ts'
import { type Transaction } from '../database/connect.ts'
import { type CellKeys } from './cell-store.ts'
import { storedFrequency } from './call-rows.ts'

/** Writes what linking now says of calls that were there before. */
export async function updateLinks(
  transaction: Transaction,
  organizationId: number,
  changed: readonly { id: number; now: Links }[],
): Promise<void> {
  if (changed.length === 0) return
  const column = <T>(of: (links: Links) => T) => changed.map(({ now }) => of(now))
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  await transaction`
    update call c set
      chain_id = n.chain_id, position = n.position, caller_frequency = n.caller_frequency,
      next_same_issue_at = n.next_same_issue_at, next_any_at = n.next_any_at
    from unnest(
      ${changed.map(({ id }) => id)}::bigint[],
      ${column((links) => links.chainId)}::bigint[],
      ${column((links) => links.position)}::smallint[],
      ${column((links) => storedFrequency(links.callerFrequency))}::smallint[],
      ${column((links) => instant(links.nextSameIssueAt))}::timestamptz[],
      ${column((links) => instant(links.nextAnyAt))}::timestamptz[]
    ) n(id, chain_id, position, caller_frequency, next_same_issue_at, next_any_at)
    where c.organization_id = ${organizationId} and c.id = n.id`
}

/** A leg, what is known of its call, and the cell it is in. */
export type LegPlace = Omit<CellKeys, 'position' | 'frequency'> & {
  callId: number
  legNo: number
  formerCellId: number
}

export async function findLegPlaces(
  transaction: Transaction,
  organizationId: number,
  callIds: readonly number[],
): Promise<LegPlace[]> {
  if (callIds.length === 0) return []
  return transaction<LegPlace[]>`
    select l.call_id::float8 as "callId", l.leg_no as "legNo", l.queue, c.issue, c.audience,
      c.language, l.cell_id as "formerCellId"
    from leg l
    join call c on c.organization_id = l.organization_id and c.id = l.call_id
    where l.organization_id = ${organizationId} and l.call_id = any(${[...callIds]}::bigint[])`
}

/** Moves legs whose call changed its place in a chain to the cell they now belong to. */
export async function moveLegs(
  transaction: Transaction,
  organizationId: number,
  legs: readonly (LegPlace & { cellId: number })[],
): Promise<void> {
  if (legs.length === 0) return
  await transaction`
    update leg l set cell_id = n.cell_id
    from unnest(
      ${legs.map((leg) => leg.callId)}::bigint[],
      ${legs.map((leg) => leg.legNo)}::smallint[],
      ${legs.map((leg) => leg.cellId)}::int[]
    ) n(call_id, leg_no, cell_id)
    where l.organization_id = ${organizationId} and l.call_id = n.call_id and l.leg_no = n.leg_no`
}
