/** Day k is the k-th day after the call's start; `eventDay` null: no return so far. */
export type ReturnObservation = { eventDay: number | null; completeDays: number }

export type SurvivalDay = {
  day: number
  atRisk: number
  events: number
  /** Share of calls without a return up to and including this day. */
  share: number
  /** Greenwood's variance of the share. */
  variance: number
}

/**
 * Which share of calls has had no return by day 1, 2 .. 7, using also calls whose week is not over?
 * Discrete Kaplan-Meier by whole days: at risk on day k is who has k complete days and no return
 * before; S = Π(1 - d / n). A return in a day not completely observed is left out.
 * Example: 18 at risk, 4 returns on day 1: 0.777778. Source: METHOD 4.2 (V5).
 */
export const kaplanMeier = (observations: readonly ReturnObservation[], days = 7): SurvivalDay[] =>
  kaplanMeierOfCounts(
    observations.map((observation) => ({ ...observation, calls: 1 })),
    days,
  )

/** Some calls alike: their complete days, the day of their return if any, and how many they are. */
export type ReturnCount = ReturnObservation & { calls: number }

/** The same curve where calls alike have been counted instead of listed. */
export function kaplanMeierOfCounts(counts: readonly ReturnCount[], days = 7): SurvivalDay[] {
  const total = (some: readonly ReturnCount[]) => some.reduce((sum, { calls }) => sum + calls, 0)
  let share = 1
  let greenwood = 0
  return Array.from({ length: days }, (_, place) => {
    const day = place + 1
    const observed = counts.filter(({ completeDays }) => completeDays >= day)
    const events = total(observed.filter(({ eventDay }) => eventDay === day))
    const returnedBefore = observed.filter(({ eventDay }) => eventDay !== null && eventDay < day)
    const atRisk = total(observed) - total(returnedBefore)
    if (atRisk > 0) share *= 1 - events / atRisk
    if (atRisk > events) greenwood += events / (atRisk * (atRisk - events))
    return { day, atRisk, events, share, variance: share * share * greenwood }
  })
}
