import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Kind, legsBySeconds, mature } from '../../server/balance/legs-by-seconds.ts'
import { type SecondsRow } from '../../server/balance/seconds-store.ts'

const kinds: readonly Kind[] = [...mature, 'open']

/** Legs of one issue: how many took how many seconds. */
const rows = fc
  .uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
  .chain((seconds) => {
    const counts = fc.array(fc.nat(9), { minLength: seconds.length, maxLength: seconds.length })
    return fc.record({
      ...{ key: fc.constant('net'), seconds: fc.constant(seconds.toSorted((a, b) => a - b)) },
      ...{ resolved: counts, notResolved: counts, handedOn: counts, open: counts },
    })
  })

const bounds = fc.tuple(fc.integer({ min: 0, max: 450 }), fc.integer({ min: 0, max: 450 }))

/** Each leg by itself, as one would count them by hand. */
const legsOf = (row: SecondsRow, some: readonly Kind[]): number[] =>
  row.seconds.flatMap((seconds, place) =>
    Array<number>(some.reduce((sum, kind) => sum + row[kind][place]!, 0)).fill(seconds),
  )

it('counts the legs of any span as one would by hand', () => {
  fc.assert(
    fc.property(rows, bounds, fc.subarray([...kinds]), (row, [a, b], some) => {
      const [from, until] = [Math.min(a, b), Math.max(a, b)]
      const group = legsBySeconds(row)
      const legs = legsOf(row, some)
      expect(group.count(some, from, until)).toBe(
        legs.filter((seconds) => seconds >= from && seconds < until).length,
      )
      expect(group.count(some, 0, Infinity)).toBe(legs.length)
      expect(group.secondsIn(some, from, until)).toBe(
        legs.reduce((sum, seconds) => sum + Math.max(0, Math.min(seconds, until) - from), 0),
      )
      expect(group.longest()).toBe(Math.max(0, ...row.seconds))
    }),
  )
})
