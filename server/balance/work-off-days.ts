import { type Transaction } from '../database/connect.ts'
import { describePlaces } from './build-reference.ts'
import { findUndescribed } from './band-store.ts'
import { readDayLegs } from './day-leg-store.ts'
import { replaceNotedLegs, replaceRepDays } from './describe-days-store.ts'
import { shiftSpan } from './span-store.ts'
import { type ChangedDay, findChangedDays, type State, strikeOff } from './state-store.ts'
import {
  replaceBalanceDays,
  replaceChainDays,
  replaceCodeDays,
  replaceHabitDays,
  replaceSecondsDays,
} from './sum-days-store.ts'

/** Days worked out in one transaction: few enough that nobody waits long for the next turn. */
export const daysAtATime = 8

export type Organization = { organizationId: number; windowSeconds: number }

/**
 * Sums up days anew whose calls have changed, newest first, and describes them under the current
 * version. Doing it twice changes nothing.
 *
 * @returns how many days were worked out; none when nothing waits
 */
export async function workOffCalls(
  transaction: Transaction,
  { organizationId, windowSeconds }: Organization,
  state: State,
): Promise<number> {
  const changed = (await findChangedDays(transaction, organizationId, 'calls')).slice(
    0,
    daysAtATime,
  )
  if (changed.length === 0) return 0
  const days = changed.map(({ day }) => day)
  const asked = { organizationId, days, watermark: state.watermark, windowSeconds, withLater: true }
  const evaluated = days.filter((day) => isEvaluated(state, day))
  await readDayLegs(transaction, asked)
  await shiftSpan(transaction, organizationId, evaluated, -1)
  await replaceBalanceDays(transaction, asked)
  await shiftSpan(transaction, organizationId, evaluated, 1)
  await replaceHabitDays(transaction, asked)
  await replaceCodeDays(transaction, asked)
  await replaceSecondsDays(transaction, asked)
  await replaceChainDays(transaction, asked)
  for (const version of new Set([state.version, state.baseline])) {
    if (version === null) continue
    const places = await findUndescribed(transaction, organizationId, version, days)
    await describePlaces(transaction, organizationId, version, places)
  }
  await describe(transaction, { organizationId, windowSeconds }, state, days)
  await strikeOff(transaction, organizationId, changed, ['calls', 'later', 'version'])
  return days.length
}

/** Describes days under a new version; their sums stay as they are. */
export async function workOffVersion(
  transaction: Transaction,
  organization: Organization,
  state: State,
): Promise<number> {
  const { organizationId } = organization
  const changed = (await findChangedDays(transaction, organizationId, 'version')).slice(
    0,
    daysAtATime,
  )
  if (changed.length === 0) return 0
  const days = changed.map(({ day }) => day)
  await readDayLegs(transaction, {
    ...organization,
    ...{ days, watermark: state.watermark, withLater: false },
  })
  await describe(transaction, organization, state, days)
  await strikeOff(transaction, organizationId, changed, ['version'])
  return days.length
}

/** Adds up anew what followed calls of old days, which only the next reference needs. */
export async function workOffLater(
  transaction: Transaction,
  organization: Organization,
  state: State,
): Promise<number> {
  const { organizationId } = organization
  const changed: ChangedDay[] = (await findChangedDays(transaction, organizationId, 'later')).slice(
    0,
    daysAtATime,
  )
  if (changed.length === 0) return 0
  const days = changed.map(({ day }) => day)
  await readDayLegs(transaction, {
    ...organization,
    ...{ days, watermark: state.watermark, withLater: true },
  })
  const evaluated = days.filter((day) => isEvaluated(state, day))
  await shiftSpan(transaction, organizationId, evaluated, -1)
  await replaceBalanceDays(transaction, { organizationId, days })
  await shiftSpan(transaction, organizationId, evaluated, 1)
  await strikeOff(transaction, organizationId, changed, ['later'])
  return days.length
}

/** Evaluated weeks have no last day: what has not matured counts nothing. */
const isEvaluated = (state: State, day: string): boolean =>
  state.fromDay !== null && day >= state.fromDay

async function describe(
  transaction: Transaction,
  { organizationId, windowSeconds }: Organization,
  state: State,
  days: readonly string[],
): Promise<void> {
  const { version, baseline } = state
  await replaceRepDays(transaction, { organizationId, days, version, baseline })
  const evaluated = days.filter((day) => isEvaluated(state, day))
  await replaceNotedLegs(transaction, {
    ...{ organizationId, days: evaluated, version, baseline, windowSeconds },
  })
}
