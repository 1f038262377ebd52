import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquareUpperTail } from '../../shared/measure/chi-square-upper-tail.ts'
import { poissonUpperTail } from '../../shared/measure/poisson-upper-tail.ts'
import { z95, z998 } from '../../shared/measure/z-score.ts'

/** e^-mean mean^k / Γ(k + 1) for whole and half k: the Poisson term, drawn through between. */
function term(k: number, mean: number): number {
  let gamma = Number.isInteger(k) ? 1 : Math.sqrt(Math.PI)
  for (let factor = Number.isInteger(k) ? 1 : 0.5; factor <= k; factor += 1) gamma *= factor
  return (Math.exp(-mean) * mean ** k) / gamma
}

const expectAlike = (actual: number, expected: number) => {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-9)
}

describe('chiSquareUpperTail', () => {
  const degrees = fc.integer({ min: 1, max: 60 })
  const value = fc.double({ min: 0.001, max: 200, noNaN: true })

  it('on one degree is how often a normal number lies as far out, to both sides', () => {
    expect(chiSquareUpperTail(z95 ** 2, 1)).toBeCloseTo(0.05, 12)
    expect(chiSquareUpperTail(z998 ** 2, 1)).toBeCloseTo(0.002, 12)
    expect(chiSquareUpperTail(0.6744897501960817 ** 2, 1)).toBeCloseTo(0.5, 12)
  })

  it('on even degrees is a sum of Poisson terms, far out too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), value, (half, value) => {
        const terms = Array.from({ length: half }, (_, k) => term(k, value / 2))
        const exact = terms.reduce((sum, each) => sum + each, 0)
        expectAlike(chiSquareUpperTail(value, 2 * half), exact)
      }),
    )
  })

  it('on two degrees more is one term more', () => {
    fc.assert(
      fc.property(degrees, value, (degrees, value) => {
        const wider = chiSquareUpperTail(value, degrees + 2)
        expectAlike(wider, chiSquareUpperTail(value, degrees) + term(degrees / 2, value / 2))
      }),
    )
  })

  it('is certain for what is no more than nothing', () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1)
    expect(chiSquareUpperTail(-1, 3)).toBe(1)
    expect(chiSquareUpperTail(1e-300, 3)).toBe(1)
  })
})

describe('poissonUpperTail', () => {
  it('keeps its digits where almost nothing is left', () => {
    const terms = Array.from({ length: 20 }, (_, more) => term(40 + more, 1))
    const tail = terms.reduceRight((sum, each) => sum + each, 0)
    expectAlike(poissonUpperTail(40, 1), tail)
  })

  it('ends where every term is too small for a number', () => {
    expect(poissonUpperTail(2000, 0.01)).toBe(0)
  })

  it('is never above 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 700, noNaN: true }), (mean) => {
        expect(poissonUpperTail(0, mean)).toBeLessThanOrEqual(1)
        expectAlike(poissonUpperTail(0, mean), 1)
      }),
    )
  })
})
