import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directions, endings } from '../../shared/calls/words.ts'
import { linkCalls, type ModelCall } from './model-of-linking.ts'

const hour = 3600
const week = 7 * 24 * hour
const times = { window: week, watermarkAt: 40 * 24 * hour }

const leg = fc.record({
  rep: fc.constantFrom('ana', 'bo', 'cy'),
  handleSeconds: fc.integer({ min: 0, max: 5000 }),
  ending: fc.option(fc.constantFrom(...endings)),
  neutral: fc.boolean(),
})
/** Starts on whole hours, so that returns after exactly one window do occur. */
const world: fc.Arbitrary<ModelCall[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 999 }).map((number) => `k${number}`),
    customer: fc.constantFrom('A', 'B', 'C', null),
    issue: fc.constantFrom('net', 'bill', null),
    startedAt: fc.integer({ min: 0, max: 45 * 24 }).map((hours) => hours * hour),
    direction: fc.constantFrom(...directions, 'inbound' as const, 'inbound' as const),
    legs: fc.array(leg, { maxLength: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
)

describe('linking', () => {
  it('T1: gives the same outcomes whatever the durations', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 9000 }), (calls, seconds) => {
        const changed = calls.map((call) => ({
          ...call,
          legs: call.legs.map((some) => ({ ...some, handleSeconds: seconds })),
        }))
        const withoutSeconds = (all: readonly ModelCall[]) =>
          [...linkCalls(all, times).calls.values()].map((call) => ({
            ...call,
            legs: call.legs.map(({ y, yFast }) => ({ y, yFast })),
          }))
        expect(withoutSeconds(changed)).toEqual(withoutSeconds(calls))
      }),
    )
  })

  it('T10: depends on the set of calls, not on their order', () => {
    fc.assert(
      fc.property(world, (calls) => {
        const sorted = (all: readonly ModelCall[]) => {
          const { calls: linked, chains } = linkCalls(all, times)
          const id = ({ callIds }: { callIds: string[] }) => callIds[0]!
          return [linked, chains.toSorted((a, b) => id(a).localeCompare(id(b)))]
        }
        expect(sorted(calls.toReversed())).toEqual(sorted(calls))
      }),
    )
  })

  it('T11: counts only what started a window before the watermark', () => {
    fc.assert(
      fc.property(world, (calls) => {
        const started = new Map(calls.map(({ id, startedAt }) => [id, startedAt]))
        for (const { id, legs } of linkCalls(calls, times).calls.values())
          if (started.get(id)! > times.watermarkAt - week)
            expect(legs.map(({ y }) => y)).toEqual(legs.map(() => null))
      }),
    )
  })

  it('T20: puts every linkable second into exactly one chain', () => {
    fc.assert(
      fc.property(world, (calls) => {
        const { chains } = linkCalls(calls, times)
        const ids = chains.flatMap(({ callIds, outboundIds }) => [...callIds, ...outboundIds])
        expect(new Set(ids).size).toBe(ids.length)

        const linkable = calls.filter(
          ({ customer, issue, direction }) =>
            customer !== null && issue !== null && direction === 'inbound',
        )
        const attached = new Set(chains.flatMap(({ outboundIds }) => outboundIds))
        const counted = [...linkable, ...calls.filter(({ id }) => attached.has(id))]
        const seconds = counted.flatMap(({ legs }) => legs.map((some) => some.handleSeconds))
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
        expect(sum(chains.map(({ totalSeconds }) => totalSeconds))).toBe(sum(seconds))
      }),
    )
  })

  it('numbers the calls of a chain and closes it only by a resolved one', () => {
    fc.assert(
      fc.property(world, (calls) => {
        const linked = linkCalls(calls, times)
        for (const { callIds, closed } of linked.chains) {
          const chain = callIds.map((id) => linked.calls.get(id)!)
          expect(chain.map(({ position }) => position)).toEqual(chain.map((_, place) => place + 1))
          expect(chain.map(({ nextId }) => nextId)).toEqual([...callIds.slice(1), null])
          expect(chain.slice(0, -1).every(({ status }) => status === 'not_resolved')).toBe(true)
          expect(chain.at(-1)!.status).toBe(closed ? 'resolved' : 'open')
        }
      }),
    )
  })
})
