import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactSum } from '../../shared/measure/exact-sum.ts'
import { leastSquares } from '../../shared/measure/least-squares.ts'
import { logit } from '../../shared/measure/logit.ts'
import { sigmoid } from '../../shared/measure/sigmoid.ts'
import { newcombeInterval } from '../../shared/measure/newcombe-interval.ts'
import { poissonUpperTail } from '../../shared/measure/poisson-upper-tail.ts'
import { quantile } from '../../shared/measure/quantile.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayRoughDuration } from '../../shared/measure/say-rough-duration.ts'
import { sayShare } from '../../shared/measure/say-share.ts'
import { share } from '../../shared/measure/share.ts'
import { valueAt } from '../../shared/measure/value-at.ts'
import { wilsonInterval } from '../../shared/measure/wilson-interval.ts'

describe('exactSum', () => {
  /** Integers far beyond 2^53, where plain addition loses digits, and their fractions. */
  const wide = fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 60 }))
    .map(([digits, shift]) => digits * 2 ** shift)

  it('is the exact sum, rounded once', () => {
    fc.assert(
      fc.property(fc.array(wide, { maxLength: 30 }), (values) => {
        const exact = Number(values.reduce((sum, value) => sum + BigInt(value), 0n))
        expect(exactSum(values)).toBe(exact)
        expect(exactSum(values.map((value) => value / 2 ** 40))).toBe(exact / 2 ** 40)
      }),
    )
  })

  it('does not depend on the order', () => {
    const values = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }))
    fc.assert(
      fc.property(values, (some) => {
        expect(exactSum(some.toSorted((a, b) => a - b))).toBe(exactSum(some))
      }),
    )
  })

  it('keeps what plain addition loses', () => {
    expect(exactSum([1e100, 1, -1e100])).toBe(1)
    expect(exactSum(Array<number>(10).fill(0.1))).toBe(1)
    expect(exactSum([])).toBe(0)
  })

  it('rounds half way to the even neighbor, unless the smallest parts decide', () => {
    const half = 2 ** -53
    const tiny = 2 ** -600
    expect(exactSum([tiny, tiny * half, tiny * half ** 3])).toBe(tiny * (1 + 2 * half))
    expect(exactSum([1, half])).toBe(1)
    expect(exactSum([1, half, 2 ** -80])).toBe(1 + 2 * half)
    expect(exactSum([1 + 2 * half, half, -(2 ** -80)])).toBe(1 + 2 * half)
    expect(exactSum([1e100, 1, half, 2 ** -80, -1e100])).toBe(1 + 2 * half)
    expect(exactSum([1e100, 1, half / 128, -1e100])).toBe(1)
  })
})

describe('intervals of shares', () => {
  const countOf = fc
    .tuple(fc.nat(200), fc.nat(200))
    .map(([count, more]) => ({ count, of: count + more }))

  it('hold the share and stay within 0..1', () => {
    fc.assert(
      fc.property(countOf, ({ count, of }) => {
        const { low, high } = wilsonInterval(count, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        // Said with a digit, an end just below 0 would read "-0.0".
        expect(`${low.toFixed(1)} ${high.toFixed(1)}`).not.toContain('-')
        if (of > 0) {
          expect(low).toBeLessThanOrEqual(count / of + 1e-12)
          expect(high).toBeGreaterThanOrEqual(count / of - 1e-12)
        }
      }),
    )
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })

  it('turn around with the sides of a difference, and need both', () => {
    fc.assert(
      fc.property(countOf, countOf, (a, b) => {
        fc.pre(a.of > 0 && b.of > 0)
        const [there, back] = [newcombeInterval(a, b)!, newcombeInterval(b, a)!]
        expect(there.low).toBeCloseTo(-back.high, 12)
        expect(there.high).toBeCloseTo(-back.low, 12)
      }),
    )
    expect(newcombeInterval({ count: 0, of: 0 }, { count: 1, of: 2 })).toBeNull()
    expect(newcombeInterval({ count: 1, of: 2 }, { count: 0, of: 0 })).toBeNull()
  })

  it('are withheld, as a percentage is, under ten', () => {
    expect(share(6, 9)).toEqual({ have: 9, need: 10 })
    expect(share(6, 10)).toMatchObject({ share: 0.6, count: 6, of: 10 })
    expect(sayShare(6, 9)).toBe('6 of 9')
    expect(sayShare(6, 10)).toBe('60 %')
    expect(sayShare(134, 200)).toBe('67 %')
  })
})

describe('quantile', () => {
  it('interpolates like type 7', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12)
    expect(quantile([7], 0.9)).toBe(7)
    expect(quantile([1, 2], 1)).toBe(2)
    expect(quantile([], 0.5)).toBeNull()
  })
})

describe('poissonUpperTail', () => {
  it('is what the terms below leave over', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0.1, max: 40, noNaN: true }), (count, mean) => {
        let term = Math.exp(-mean)
        let below = 0
        for (let k = 0; k < count; k += 1) {
          below += term
          term *= mean / (k + 1)
        }
        expect(poissonUpperTail(count, mean)).toBeCloseTo(1 - below, 9)
      }),
    )
    expect(poissonUpperTail(0, 900)).toBeCloseTo(1, 9)
  })
})

describe('leastSquares', () => {
  it('finds the polynomial it was given', () => {
    const coefficient = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(coefficient, coefficient, coefficient, (a, b, c) => {
        const rows = [-2, -1, 0, 0.5, 1, 3].map((x) => [1, x, x * x])
        const values = rows.map(([, x = 0, square = 0]) => a + b * x + c * square)
        const [foundA, foundB, foundC] = leastSquares(rows, values).coefficients
        expect(foundA).toBeCloseTo(a, 8)
        expect(foundB).toBeCloseTo(b, 8)
        expect(foundC).toBeCloseTo(c, 8)
      }),
    )
  })
})

describe('log-odds', () => {
  it('and probabilities lead back to each other, however extreme', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(sigmoid(logit(p))).toBeCloseTo(p, 12)
      }),
    )
    expect(sigmoid(-800)).toBe(0)
    expect(sigmoid(800)).toBe(1)
  })
})

describe('durations as people say them', () => {
  it.each([
    [0, '0 s'],
    [45, '45 s'],
    [59.6, '1 min'],
    [250, '4 min 10 s'],
    [1680, '28 min'],
    [3599, '59 min 59 s'],
    [3599.7, '1 h'],
    [3900, '1 h 5 min'],
    [7170, '2 h'],
    [-825, '−13 min 45 s'],
    [-0.2, '0 s'],
  ])('%d s is %s', (seconds, said) => {
    expect(sayDuration(seconds)).toBe(said)
  })

  it.each([
    [42, '42 s'],
    [675, '11 min'],
    [-1140, '−19 min'],
    [3629, '1 h'],
    [9 * 3600 + 1500, '9 h 25 min'],
    [210_977, '59 h'],
    [-36_900, '−10 h'],
  ])('%d s, estimated, is %s', (seconds, said) => {
    expect(sayRoughDuration(seconds)).toBe(said)
  })
})

describe('valueAt', () => {
  it('calls a place outside the list a bug', () => {
    expect(valueAt([3, 4], 1)).toBe(4)
    expect(() => valueAt([3, 4], 2)).toThrow('place 2')
  })
})
