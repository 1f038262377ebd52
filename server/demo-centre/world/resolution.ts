import { type Attempt } from './attempt.ts'
import { type Manner } from './manner.ts'

const easeByManner: Readonly<Record<Manner, number>> = {
  worked_on: 0,
  hurried: -1.3,
  brushed_off: -5,
  cut_off: -6,
}
/** Third attempts are harder than first ones; beyond the fourth it is all the same. */
const easePerEarlierCall = -0.3
const earlierCallsLimit = 3
const easeOfAudience = { consumer: 0, business: -0.12, internal: 0.1 } as const
const easeOfFrequentCaller = -0.35
/** A rep who calls back has looked into it first. */
const easeOfPreparedCall = 1.1
/** What the one before already found out does not all arrive with a call that is handed on. */
const easeOfHandOn = -0.15

/**
 * The true chance, 0 to 1, that this call settles the matter for good.
 *
 * @param ease the log-odds the rep adds by who they are and how long they have been there
 */
export function resolutionChance(
  attempt: Attempt,
  { ease, manner, isHandedOn }: { ease: number; manner: Manner; isHandedOn: boolean },
): number {
  const { resolvedShare } = attempt.issue
  const logOdds =
    Math.log(resolvedShare / (1 - resolvedShare)) +
    ease +
    easeByManner[manner] +
    easePerEarlierCall * Math.min(earlierCallsLimit, attempt.position - 1) +
    easeOfAudience[attempt.audience] +
    (attempt.customer.isFrequent ? easeOfFrequentCaller : 0) +
    (attempt.direction === 'outbound' ? easeOfPreparedCall : 0) +
    (isHandedOn ? easeOfHandOn : 0)
  return 1 / (1 + Math.exp(-logOdds))
}
