import { type Transaction } from '../database/connect.ts'
import { addDays, dayOf } from './day.ts'
import { dayTables } from './day-tables.ts'
import { dropNotedBefore } from './describe-days-store.ts'
import { dropEmptySpans, findSummedDays, shiftSpan } from './span-store.ts'
import { noteAllDue } from './standing-store.ts'
import { findMaturedDays, keepState, noteDays, type State } from './state-store.ts'
import { type Organization } from './work-off-days.ts'

/** Standings rest on the mature legs of the last eight weeks (METHOD 3.7). */
const evaluatedDays = 56

/**
 * Lets the sums rest on another watermark: days on which windows have closed are noted as
 * changed, and the evaluated weeks move along. A watermark that goes back, because a feed turned
 * out to be behind, is treated alike.
 */
export async function moveOn(
  transaction: Transaction,
  { organizationId, windowSeconds }: Organization,
  state: State,
  watermark: Date,
): Promise<void> {
  const [from, until] = inOrder(state.watermark, watermark)
  const matured = await findMaturedDays(transaction, organizationId, { from, until, windowSeconds })
  await noteDays(
    transaction,
    organizationId,
    matured.map(({ day }) => day),
    'calls',
  )
  const toDay = dayOf(watermark.getTime() - windowSeconds * 1000)
  const fromDay = addDays(toDay, 1 - evaluatedDays)
  await moveSpan(transaction, organizationId, state.fromDay, fromDay)
  const { version, baseline } = state
  await keepState(transaction, organizationId, { watermark, version, baseline, fromDay, toDay })
}

const inOrder = (held: Date | null, now: Date): [Date | null, Date] =>
  held !== null && held > now ? [now, held] : [held, now]

async function moveSpan(
  transaction: Transaction,
  organizationId: number,
  heldFrom: string | null,
  from: string,
): Promise<void> {
  if (heldFrom === from) return
  await noteAllDue(transaction, organizationId)
  if (heldFrom === null || from < heldFrom) {
    const to = heldFrom === null ? '9999-12-31' : addDays(heldFrom, -1)
    const days = await findSummedDays(transaction, organizationId, { from, to })
    await shiftSpan(transaction, dayTables, { organizationId, days, sign: 1 })
    await noteDays(transaction, organizationId, days, 'version')
    await noteAllDue(transaction, organizationId)
    return
  }
  const leaving = { from: heldFrom, to: addDays(from, -1) }
  const days = await findSummedDays(transaction, organizationId, leaving)
  await shiftSpan(transaction, dayTables, { organizationId, days, sign: -1 })
  await dropEmptySpans(transaction, dayTables, organizationId)
  await dropNotedBefore(transaction, organizationId, from)
}
