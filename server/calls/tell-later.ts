import { downstreamCost, type DownstreamCounts } from '../../shared/balance/downstream-cost.ts'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { isTooFew } from '../../shared/measure/too-few.ts'

/** Later calls of a chain count as long as this after a call (METHOD 5). */
const horizonMilliseconds = 30 * 86_400_000

type Later = CallPage['legs'][number]['later']

/**
 * What calls like this one usually lead to, and what this one led to: both, never netted
 * (METHOD 5). Null where too few comparable calls are old enough.
 *
 * @param page the legs and the chain of the call's page, as the viewer may see them
 */
export function tellLater(
  others: DownstreamCounts | null,
  page: {
    legNo: number
    startedAt: Date
    position: number | null
    legs: readonly { legNo: number; handleSeconds: number | null }[]
    chain: CallPage['chain']
  },
): Later {
  if (!others || others.legs < percentageNeeds) return null
  const cost = downstreamCost(others)
  if (isTooFew(cost)) return null
  const laterLegs = page.legs.filter(({ legNo }) => legNo > page.legNo)
  const laterCalls = page.chain.filter(
    ({ direction, position, startedAt }) =>
      direction === 'inbound' &&
      (position ?? 0) > (page.position ?? Infinity) &&
      Date.parse(startedAt) - page.startedAt.getTime() < horizonMilliseconds,
  )
  const seconds = [...laterLegs, ...laterCalls].map(({ handleSeconds }) => handleSeconds)
  return {
    legs: others.legs,
    usualMeanSeconds: cost.seconds,
    lowSeconds: Math.max(0, cost.low),
    highSeconds: cost.high,
    ledToCalls: laterCalls.length,
    ledToSeconds: seconds.every((each) => each !== null)
      ? seconds.reduce((sum, each) => sum + each, 0)
      : null,
  }
}
