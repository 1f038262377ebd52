import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenRepSd } from '../../shared/balance/between-rep-sd.ts'
import { combineLabels } from '../../shared/balance/combine-labels.ts'
import { downstreamCost } from '../../shared/balance/downstream-cost.ts'
import { pooledLogSd } from '../../shared/balance/pooled-log-sd.ts'
import { posterior } from '../../shared/balance/posterior.ts'
import { posteriorAbove } from '../../shared/balance/posterior-above.ts'
import { standingLabel, standingLabels } from '../../shared/balance/standing-label.ts'

describe('labels', () => {
  it('need 97.5 % to say anything, and half the reliability to say that nothing shows', () => {
    const known = { probabilityAbove: 0.4, probabilityBelow: 0.4, reliability: 0.5 }
    expect(standingLabel({ ...known, probabilityAbove: 0.975 })).toBe('clearly_above')
    expect(standingLabel({ ...known, probabilityBelow: 0.975 })).toBe('clearly_below')
    expect(standingLabel({ ...known, probabilityAbove: 0.974, probabilityBelow: 0.974 })).toBe(
      'no_clear_difference',
    )
    expect(standingLabel({ ...known, reliability: 0.499 })).toBe('not_enough_calls')
  })

  it('follow the 7-day measure, unless either is clearly below', () => {
    for (const sevenDay of standingLabels)
      for (const fastReturn of standingLabels) {
        const isBelow = sevenDay === 'clearly_below' || fastReturn === 'clearly_below'
        expect(combineLabels(sevenDay, fastReturn)).toBe(isBelow ? 'clearly_below' : sevenDay)
      }
  })

  it('halve what lies exactly on a margin', () => {
    const prior = posterior([], 0.3)
    expect(posteriorAbove(prior, 0)).toBeCloseTo(0.5, 12)
    expect(posteriorAbove(prior, 0.1) + posteriorAbove(prior, -0.1)).toBeCloseTo(1, 12)
  })
})

describe('spreads', () => {
  const values = fc.array(fc.integer({ min: 0, max: 9_574_983 }), { minLength: 2, maxLength: 30 })
  const total = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0)
  const squaresAround = (numbers: readonly number[]) => {
    const mean = total(numbers) / numbers.length
    return total(numbers.map((value) => (value - mean) ** 2))
  }

  it('within cells are those of the values around the means of their own cells', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const cellOf = (logs: readonly number[]) => ({
          legs: logs.length,
          microLogSum: BigInt(total(logs)),
          microLogSquareSum: logs.reduce((sum, x) => sum + BigInt(x) * BigInt(x), 0n),
        })
        const alone = { legs: 1, microLogSum: 7n, microLogSquareSum: 49n }
        const squares = squaresAround(a) + squaresAround(b)
        const expected = Math.sqrt(squares / (a.length + b.length - 2)) / 1e6
        expect(pooledLogSd([cellOf(a), cellOf(b), alone])).toBeCloseTo(expected, 9)
      }),
    )
  })

  it('of downstream seconds give the standard error of their mean', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(seconds, (later) => {
        const cost = downstreamCost({
          legs: later.length,
          notResolved: later.length,
          downstreamSecondsSum: total(later),
          downstreamSecondsSquareSum: total(later.map((value) => value * value)),
        })
        const standardError = Math.sqrt(squaresAround(later) / (later.length - 1) / later.length)
        expect('need' in cost ? null : cost.standardErrorSeconds).toBeCloseTo(standardError, 5)
      }),
    )
  })

  it('between reps count only reps with calls enough, and never leave 0.10..1.00', () => {
    const rep = fc.record({
      resolved: fc.integer({ min: 0, max: 200 }),
      expected: fc.double({ min: 0, max: 200, noNaN: true }),
      variance: fc.double({ min: 5, max: 60, noNaN: true }),
    })
    const thin = { resolved: 0, expected: 4, variance: 4.9 }
    fc.assert(
      fc.property(fc.array(rep, { maxLength: 20 }), (reps) => {
        const spread = betweenRepSd(reps)
        expect(betweenRepSd([...reps.toReversed(), thin])).toEqual(spread)
        expect(spread.reps).toBe(reps.length)
        if (reps.length < 8) expect(spread).toMatchObject({ tau: 0.3, estimate: null })
        else expect(spread.estimate).not.toBeNull()
        expect(spread.tau).toBeGreaterThanOrEqual(0.1)
        expect(spread.tau).toBeLessThanOrEqual(1)
      }),
    )
  })
})
