import { handedOn } from '../../shared/calls/handed-on.ts'
import { type Direction, type Ending, type WindowStatus } from '../../shared/calls/words.ts'
import { fastReturn } from '../../shared/balance/fast-return.ts'
import { legOutcome, type CountedOutcome } from '../../shared/balance/leg-outcome.ts'
import { windowIsClosed, windowStatus } from '../../shared/balance/window-status.ts'

/**
 * METHOD 4 and 5 written to be read: calls in, outcomes and chains out. The server does this in
 * SQL; the model says what that SQL must give. All instants and durations are seconds.
 */
type ModelLeg = {
  rep: string
  handleSeconds: number
  ending: Ending | null
  neutral: boolean
}

export type ModelCall = {
  id: string
  customer: string | null
  issue: string | null
  startedAt: number
  direction: Direction
  /** Without legs: abandoned in the queue, still an attempt by the customer. */
  legs: readonly ModelLeg[]
}

type LinkedLeg = {
  callId: string
  leg: number
  rep: string
  y: CountedOutcome
  yFast: CountedOutcome
  downstreamSeconds: number
}

type LinkedCall = {
  id: string
  status: WindowStatus
  /** 1 for the first contact of a chain; unlinkable calls stand alone. */
  position: number
  mature: boolean
  /** The call by which the customer came back within the window. */
  nextId: string | null
  legs: LinkedLeg[]
}

type Chain = {
  callIds: string[]
  outboundIds: string[]
  totalSeconds: number
  closed: boolean
}

export type Linked = { calls: Map<string, LinkedCall>; chains: Chain[] }

type Times = { window: number; watermarkAt: number }

/** Later calls of a chain count as downstream if they start within 30 days. */
const downstreamHorizonSeconds = 30 * 86_400

/**
 * Links the customers' calls about one issue, start to start, and says what became of each inbound
 * call. A function of the *set* of calls: their order does not matter.
 */
export function linkCalls(calls: readonly ModelCall[], times: Times): Linked {
  const inbound = inOrder(calls.filter(({ direction }) => direction === 'inbound'))
  const outbound = inOrder(calls.filter(({ direction }) => direction === 'outbound'))
  const attempts = groupBy(inbound, ({ customer }) => customer)
  const linkable = groupBy(inbound, keyOf)

  const chains: Chain[] = []
  const linked: LinkedCall[] = inbound
    .filter((call) => keyOf(call) === null)
    .map((call) => linkCall(call, [call], attempts, times))
  for (const [key, sameKey] of linkable) {
    const followUps = outbound.filter((call) => keyOf(call) === key)
    for (const chain of splitWhereGapsAre(sameKey, times.window)) {
      const links = chain.map((call) => linkCall(call, chain, attempts, times))
      const attached = followUps.filter((call) => {
        const before = latestInboundBefore(call, sameKey, times.window)
        return before !== undefined && chain.includes(before)
      })
      linked.push(...links)
      chains.push({
        callIds: chain.map(({ id }) => id),
        outboundIds: attached.map(({ id }) => id),
        totalSeconds: sum([...chain, ...attached].map(secondsOf)),
        closed: links.at(-1)?.status === 'resolved',
      })
    }
  }
  return { calls: new Map(linked.map((call) => [call.id, call])), chains }
}

/** What became of one inbound call, given its chain and all attempts by customer. */
function linkCall(
  call: ModelCall,
  chain: readonly ModelCall[],
  attempts: ReadonlyMap<string, readonly ModelCall[]>,
  times: Times,
): LinkedCall {
  const place = chain.indexOf(call)
  const next = chain[place + 1] ?? null
  const isLinkable = keyOf(call) !== null
  const window = { ...times, startedAt: call.startedAt }
  const status = windowStatus(isLinkable, { ...window, nextSameIssueAt: next?.startedAt ?? null })
  const mature = windowIsClosed(window)

  const ofCustomer = attempts.get(call.customer ?? '') ?? []
  const nextAttemptAt = ofCustomer[ofCustomer.indexOf(call) + 1]?.startedAt ?? null
  const later = chain
    .slice(place + 1)
    .filter(({ startedAt }) => startedAt - call.startedAt < downstreamHorizonSeconds)
  const laterSeconds = isLinkable ? sum(later.map(secondsOf)) : 0

  const legs = call.legs.map(({ rep, ending, neutral }, leg): LinkedLeg => {
    const facts = { neutral, mature, handedOn: handedOn(ending, leg === call.legs.length - 1) }
    return {
      callId: call.id,
      leg,
      rep,
      y: legOutcome(status, facts),
      yFast: fastReturn(call.customer !== null, { ...window, nextAttemptAt }, facts),
      downstreamSeconds: secondsOf({ legs: call.legs.slice(leg + 1) }) + laterSeconds,
    }
  })
  return { id: call.id, status, position: place + 1, mature, nextId: next?.id ?? null, legs }
}

/** A chain goes on as long as each call starts less than a window after the one before. */
function splitWhereGapsAre(calls: readonly ModelCall[], window: number): ModelCall[][] {
  const chains: ModelCall[][] = []
  for (const call of calls) {
    const chain = chains.at(-1)
    const before = chain?.at(-1)
    if (chain && before && call.startedAt - before.startedAt < window) chain.push(call)
    else chains.push([call])
  }
  return chains
}

/** A promised call-back belongs to the latest inbound call within the window before it. */
function latestInboundBefore(
  outbound: ModelCall,
  inbound: readonly ModelCall[],
  window: number,
): ModelCall | undefined {
  return inbound.findLast(({ startedAt }) => {
    const delay = outbound.startedAt - startedAt
    return delay >= 0 && delay < window
  })
}

function keyOf({ customer, issue }: ModelCall): string | null {
  return customer === null || issue === null ? null : JSON.stringify([customer, issue])
}

function inOrder(calls: readonly ModelCall[]): ModelCall[] {
  return calls.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
}

/** Groups by a key; calls without one are left out. */
function groupBy(
  calls: readonly ModelCall[],
  keyIn: (call: ModelCall) => string | null,
): Map<string, ModelCall[]> {
  const groups = new Map<string, ModelCall[]>()
  for (const call of calls) {
    const key = keyIn(call)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), call])
  }
  return groups
}

function secondsOf({ legs }: Pick<ModelCall, 'legs'>): number {
  return sum(legs.map(({ handleSeconds }) => handleSeconds))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
