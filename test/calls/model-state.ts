import { linkCalls, type ModelCall } from '../balance/model-of-linking.ts'
import { type LinkedState } from './linked-state.ts'

const frequencySeconds = 90 * 86_400

/** What the database must hold of these calls, by the model that is written to be read. */
export function modelState(
  calls: readonly ModelCall[],
  times: { window: number; watermarkAt: number },
): Map<string, LinkedState> {
  const { calls: linked, chains } = linkCalls(calls, times)
  const chainOf = new Map(
    chains.flatMap(({ callIds, outboundIds }) =>
      [...callIds, ...outboundIds].map((id) => [id, callIds[0]!] as const),
    ),
  )
  const inOrder = calls.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
  const inbound = inOrder.filter((call) => call.direction === 'inbound')
  const byId = new Map(calls.map((call) => [call.id, call]))

  const stateOf = (call: ModelCall): LinkedState => {
    const isInbound = call.direction === 'inbound'
    const chain = chainOf.get(call.id) ?? null
    const later = isInbound ? inbound.slice(inbound.indexOf(call) + 1) : []
    const ofCustomer = later.filter(
      ({ customer }) => customer !== null && customer === call.customer,
    )
    const sameIssue = ofCustomer.filter(({ issue }) => issue !== null && issue === call.issue)
    const position = isInbound && chain !== null ? linked.get(call.id)!.position : null
    const frequency =
      isInbound && call.customer !== null ? callsBefore(byId.get(chain ?? call.id)!, inbound) : 0
    const outcomes = linked.get(call.id)?.legs
    return {
      ...{ chain, position, callerFrequency: frequency },
      nextSameIssueAt: sameIssue[0]?.startedAt ?? null,
      nextAnyAt: ofCustomer[0]?.startedAt ?? null,
      declared: null,
      legs: call.legs.map((leg, place) => ({
        rep: leg.rep,
        handleSeconds: leg.handleSeconds,
        kind: [Math.min(position ?? 1, 3), frequency <= 1 ? 0 : frequency <= 5 ? 1 : 2],
        y: outcomes?.[place]?.y ?? null,
        yFast: outcomes?.[place]?.yFast ?? null,
      })),
    }
  }
  return new Map(calls.map((call) => [call.id, stateOf(call)]))
}

/** Inbound calls of the same customer in the 90 days before this one. */
function callsBefore(call: ModelCall, inbound: readonly ModelCall[]): number {
  return inbound
    .slice(0, inbound.indexOf(call))
    .filter(
      ({ customer, startedAt }) =>
        customer === call.customer && startedAt >= call.startedAt - frequencySeconds,
    ).length
}
