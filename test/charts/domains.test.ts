import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainOf, roundStep, roundTicks } from '../../web/charts/domain.ts'
import { countTicks, excessTicks } from '../../web/charts/funnel-domain.ts'
import {
  rateTicks,
  sayTimeTick,
  timeDomain,
  timeTicks,
} from '../../web/charts/time-outcome-domain.ts'
import { type FunnelMark } from '../../web/charts/funnel.ts'
import { type TimeOutcomeMark } from '../../web/charts/time-outcome.ts'

const value = fc.double({ min: -60, max: 60, noNaN: true })

describe('round ticks', () => {
  it('hold every value, and are few', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        const ticks = roundTicks(values, 5)
        const [low, high] = domainOf(ticks)
        expect(Math.min(-5, ...values)).toBeGreaterThanOrEqual(low - 1e-9)
        expect(Math.max(5, ...values)).toBeLessThanOrEqual(high + 1e-9)
        expect(ticks.length).toBeLessThanOrEqual(10)
      }),
    )
  })

  it('go by 1, 2 or 5', () => {
    expect([10, 12, 30, 71, 0.5].map(roundStep)).toEqual([2, 2, 5, 20, 0.1])
  })
})

const markAt = (time: TimeOutcomeMark['time'], rate: TimeOutcomeMark['rate']): TimeOutcomeMark => ({
  ...{ key: '1', name: 'Ana', words: '', href: '#rep-1', look: 'full', colour: 'grey' },
  ...{ time, rate },
})
const rate = { at: 0.7, low: 0.6, high: 0.8 }

describe('the axis of time', () => {
  it('reaches equally far on both sides, and holds what is drawn within reason', () => {
    expect(timeDomain({ marks: [] })[1]).toBeCloseTo(Math.log2(1.5) + 0.06)
    const [low, high] = timeDomain({ marks: [markAt({ at: -0.8, low: -1, high: 0.2 }, rate)] })
    expect(low).toBe(-high)
    expect(high).toBeCloseTo(1.06)
    expect(timeDomain({ marks: [markAt({ at: 1, low: -9, high: 9 }, rate)] })[1]).toBe(2.06)
  })

  it('has ticks that mirror each other, with 1× in the middle', () => {
    for (const reach of [0.6, 1.06, 2.06]) {
      const ticks = timeTicks([-reach, reach])
      expect(ticks).toContain(0)
      expect(ticks.map((tick) => -tick).toReversed()).toEqual(
        ticks.map((tick): unknown => expect.closeTo(tick)),
      )
      expect(ticks.map(sayTimeTick)).not.toContain('')
    }
    expect(timeTicks([-0.6, 0.6]).map(sayTimeTick)).toEqual(['⅔×', '⅘×', '1×', '1¼×', '1½×'])
  })
})

describe('the axis of outcomes', () => {
  it('holds every interval and stays within 0 and 1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, (one, other, usualRate) => {
        const interval = { at: one, low: Math.min(one, other), high: Math.max(one, other) }
        const marks = [markAt({ at: 0, low: -0.1, high: 0.1 }, interval)]
        const ticks = rateTicks({ marks, usualRate, ordinary: null })
        const [low, high] = domainOf(ticks)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(Math.min(interval.low, usualRate) + 1e-9)
        expect(high).toBeGreaterThanOrEqual(Math.max(interval.high, usualRate) - 1e-3)
        expect(high).toBeGreaterThan(low)
      }),
    )
  })
})

describe('the axes of the funnel', () => {
  const markOf = (count: number, excess: number, within998: number): FunnelMark => ({
    ...{ key: '1', name: 'Ana', words: '', href: '#rep-1', look: 'full', colour: 'grey' },
    ...{ count, value: excess, within95: within998 * 0.63, within998 },
  })

  it('begin at no call, and hold every mark', () => {
    const marks = [markOf(37, -4, 12), markOf(412, 9, 7)]
    expect(countTicks({ marks })).toEqual([0, 100, 200, 300, 400, 500])
    expect(domainOf(excessTicks({ marks }))).toEqual([-15, 15])
  })

  it('are not flattened by the limits of a handful of calls', () => {
    expect(domainOf(excessTicks({ marks: [markOf(10, 3, 90)] }))).toEqual([-40, 40])
  })
})
