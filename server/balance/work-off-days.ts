import { type Transaction } from '../database/connect.ts'
import { describePlaces } from './build-reference.ts'
import { findUndescribed } from './band-store.ts'
import { readDayLegs } from './day-leg-store.ts'
import { describeDays } from './describe-days-store.ts'
import { writeOutbox } from './outbox-store.ts'
import { noteDueReps } from './standing-store.ts'
import { type Concern, findChangedDays, type State, strikeOff } from './state-store.ts'
import { replaceChainsOfDays, replaceNotedChains } from './sum-chains-store.ts'
import {
  replaceBalanceDays,
  replaceCodeDays,
  replaceHabitDays,
  replaceReturnDays,
  replaceSecondsDays,
} from './sum-days-store.ts'

/** Days worked out in one transaction: few enough that nobody waits long for the next turn. */
export const daysAtATime = 8

export type Organization = { organizationId: number; windowSeconds: number }
/** The same at some time, in epoch milliseconds, by which it is decided who is still told. */
export type OrganizationNow = Organization & { now: number }

/** Works out one kind of change for the days given; their notes are struck off afterwards. */
type Work = (
  transaction: Transaction,
  asked: ReturnType<typeof asking>,
  state: State,
) => Promise<void>

/** One kind of change that days are noted for, and what it takes to work it off. */
type Task = {
  concern: Concern
  strikes: readonly Concern[]
  work: Work
  /** Whether it may bring out what others are told of. */
  tells?: boolean
}

const asking = ({ organizationId, windowSeconds }: Organization, state: State, days: string[]) => ({
  ...{ organizationId, windowSeconds, days, watermark: state.watermark },
  evaluatedFrom: state.fromDay,
})

/**
 * Works off what some days are noted for, newest first, in the transaction that strikes them off.
 * Doing it twice changes nothing.
 *
 * @returns how many days were worked out; none when nothing waits
 */
const workOff =
  ({ concern, strikes, work, tells = false }: Task) =>
  async (
    transaction: Transaction,
    organization: OrganizationNow,
    state: State,
  ): Promise<number> => {
    const { organizationId } = organization
    const waiting = await findChangedDays(transaction, organizationId, concern)
    const changed = waiting.slice(0, daysAtATime)
    if (changed.length === 0) return 0
    const days = changed.map(({ day }) => day)
    const asked = asking(organization, state, days)
    await work(transaction, asked, state)
    if (tells) await writeOutbox(transaction, asked, organization.now)
    await strikeOff(transaction, organizationId, changed, strikes)
    return days.length
  }

/** Sums up days anew whose calls have changed, and describes them under the current version. */
export const workOffCalls = workOff({
  concern: 'calls',
  strikes: ['calls', 'later', 'version'],
  tells: true,
  work: async (transaction, asked, state) => {
    const { organizationId } = asked
    await readDayLegs(transaction, { ...asked, withLater: true })
    await replaceBalances(transaction, asked)
    for (const version of new Set([state.version, state.baseline])) {
      if (version === null) continue
      const places = await findUndescribed(transaction, organizationId, version)
      await describePlaces(transaction, organizationId, version, places)
    }
    await replaceHabitDays(transaction, { ...asked, withLater: true })
    await replaceReturnDays(transaction, asked)
    await replaceCodeDays(transaction, asked)
    await replaceSecondsDays(transaction, asked)
    await replaceChainsOfDays(transaction, asked)
    const { version, baseline } = state
    await describeDays(transaction, { ...asked, version, baseline })
  },
})

/** Tells chains anew that have changed before their end. */
export const workOffChains = workOff({
  concern: 'chains',
  strikes: ['chains'],
  work: replaceNotedChains,
})

/** Describes days under a new version; their sums stay as they are. */
export const workOffVersion = workOff({
  concern: 'version',
  strikes: ['version'],
  tells: true,
  work: async (transaction, asked, state) => {
    await readDayLegs(transaction, { ...asked, withLater: false })
    const { version, baseline } = state
    await describeDays(transaction, { ...asked, version, baseline })
  },
})

/** Adds up anew what followed calls of old days, which only the next reference needs. */
export const workOffLater = workOff({
  concern: 'later',
  strikes: ['later'],
  work: async (transaction, asked) => {
    await readDayLegs(transaction, { ...asked, withLater: true })
    await replaceBalances(transaction, asked)
  },
})

/** Whose sums of the evaluated weeks have changed is noted: their standings are due. */
async function replaceBalances(
  transaction: Transaction,
  asked: ReturnType<typeof asking>,
): Promise<void> {
  await replaceBalanceDays(transaction, asked)
  await noteDueReps(transaction, asked)
}
