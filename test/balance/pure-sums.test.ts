import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  handleTimePerResolution,
  handleTimePerResolutionOfSums,
} from '../../shared/balance/handle-time-per-resolution.ts'
import { kaplanMeier, kaplanMeierOfCounts } from '../../shared/balance/kaplan-meier.ts'
import { timeIndex, timeIndexOfSums } from '../../shared/balance/time-index.ts'
import { xmrLimits } from '../../shared/balance/xmr-limits.ts'
import { isTooFew } from '../../shared/measure/too-few.ts'

describe('what is alike', () => {
  const copies = fc.integer({ min: 2, max: 40 })

  it('has no spread, whatever rounding leaves of it', () => {
    const seconds = fc.double({ min: 1, max: 9000, noNaN: true })
    fc.assert(
      fc.property(seconds, copies, (seconds, copies) => {
        const cost = handleTimePerResolution(Array<number>(copies).fill(seconds))
        expect(isTooFew(cost) ? null : cost.standardErrorSeconds).toBeCloseTo(0, 2)
      }),
    )
    const residual = fc.double({ min: -2, max: 2, noNaN: true })
    fc.assert(
      fc.property(residual, copies, (residual, copies) => {
        const index = timeIndex(Array<number>(copies).fill(residual), 1)
        expect(isTooFew(index) ? null : index.standardErrorLog).toBeCloseTo(0, 6)
      }),
    )
  })

  it('may be counted instead of listed', () => {
    const alike = fc.record({
      eventDay: fc.option(fc.integer({ min: 1, max: 9 })),
      completeDays: fc.integer({ min: 0, max: 9 }),
      calls: fc.integer({ min: 0, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(alike, { maxLength: 12 }), (counts) => {
        const listed = counts.flatMap(({ calls, ...call }) =>
          Array.from({ length: calls }, () => call),
        )
        expect(kaplanMeierOfCounts(counts)).toEqual(kaplanMeier(listed))
      }),
    )
  })
})

describe('the curve of calls without a return', () => {
  it('is certain of nothing left once everybody is back', () => {
    const back = { eventDay: 2, completeDays: 7 }
    const curve = kaplanMeier([back, back, { eventDay: 1, completeDays: 7 }], 3)
    expect(curve.map(({ atRisk, events }) => [atRisk, events])).toEqual([
      [3, 1],
      [2, 2],
      [0, 0],
    ])
    expect(curve.map(({ share }) => share)).toEqual([expect.closeTo(2 / 3, 12), 0, 0])
    expect(curve.map(({ variance }) => variance)).toEqual([expect.closeTo(2 / 27, 12), 0, 0])
  })

  it('leaves out of a day whoever has not completed it', () => {
    const curve = kaplanMeier(
      [
        { eventDay: null, completeDays: 0 },
        { eventDay: 2, completeDays: 1 },
        { eventDay: 2, completeDays: 2 },
        { eventDay: null, completeDays: 2 },
      ],
      3,
    )
    expect(curve.map(({ atRisk, events }) => [atRisk, events])).toEqual([
      [3, 0],
      [2, 1],
      [0, 0],
    ])
    expect(curve.map(({ share }) => share)).toEqual([1, 0.5, 0.5])
  })

  it('without unfinished weeks is the plain share, with its binomial variance', () => {
    const day = fc.option(fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (days) => {
        const curve = kaplanMeier(days.map((eventDay) => ({ eventDay, completeDays: 7 })))
        for (const { day, share, variance } of curve) {
          const still = days.filter((eventDay) => eventDay === null || eventDay > day).length
          const plain = still / days.length
          expect(share).toBeCloseTo(plain, 12)
          expect(variance).toBeCloseTo((plain * (1 - plain)) / days.length, 12)
        }
      }),
    )
  })
})

describe('a spread', () => {
  it('is that of three totals around their mean', () => {
    const cost = handleTimePerResolution([500, 700, 900])
    expect(isTooFew(cost) ? null : cost.standardErrorSeconds).toBeCloseTo(200 / Math.sqrt(3), 9)
  })

  it('is that of three calls around their mean', () => {
    const index = timeIndex([0, 0.3, 0.6], 1)
    expect(isTooFew(index) ? null : index.standardErrorLog).toBeCloseTo(0.3 / Math.sqrt(3), 9)
  })

  it('is that of the steps of a trend', () => {
    expect(xmrLimits([3, 1, 2])).toMatchObject({ mean: 2, movingRangeMean: 1.5 })
  })
})

describe('the first number that is not withheld', () => {
  it('is the cost of two resolutions', () => {
    const cost = handleTimePerResolution([600, 800])
    expect(cost).toMatchObject({ closedChains: 2, meanSeconds: 700 })
    const rounded = Object.values(cost).map((value) => Number(value.toFixed(3)))
    expect(rounded).toEqual([2, 700, 100, 504.004, 895.996])
    const sums = { closedChains: 2, secondsSum: 1400, secondsSquareSum: 1_000_000 }
    expect(handleTimePerResolutionOfSums(sums)).toEqual(cost)
  })

  it('is the index of one call', () => {
    const one = { legs: 1, sum: 0.25, squareSum: 0.0625 }
    expect(timeIndexOfSums(one, 0.4)).toEqual(timeIndex([0.25], 0.4))
    expect(timeIndex([0.25], 0.4)).toEqual({
      legs: 1,
      index: Math.exp(0.25),
      meanLog: 0.25,
      standardErrorLog: 0.4,
      low: expect.closeTo(Math.exp(-0.5339856), 6) as number,
      high: expect.closeTo(Math.exp(1.0339856), 6) as number,
    })
    expect(timeIndexOfSums({ legs: 0, sum: 0, squareSum: 0 }, 0.4)).toEqual({ have: 0, need: 1 })
  })

  it('is a trend of two points', () => {
    const limits = xmrLimits([3, 1])
    expect(limits).toEqual({
      mean: 2,
      movingRangeMean: 2,
      low: expect.closeTo(-3.32, 12) as number,
      high: expect.closeTo(7.32, 12) as number,
      rangeHigh: expect.closeTo(6.534, 12) as number,
    })
  })
})
