import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moreNeeded } from '../../shared/balance/more-needed.ts'
import { posterior, thetaGrid, type StandingCell } from '../../shared/balance/posterior.ts'
import { posteriorAbove } from '../../shared/balance/posterior-above.ts'
import { posteriorMoments } from '../../shared/balance/posterior-moments.ts'
import { posteriorQuantile } from '../../shared/balance/posterior-quantile.ts'
import { standing } from '../../shared/balance/standing.ts'
import { standingCell } from '../../shared/balance/standing-cell.ts'
import { logit } from '../../shared/measure/logit.ts'
import { sigmoid } from '../../shared/measure/sigmoid.ts'

const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true })
const tau = fc.double({ min: 0.1, max: 1, noNaN: true })
const cell = fc
  .record({
    p: probability,
    legs: fc.integer({ min: 1, max: 60 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    referenceLegs: fc.option(fc.integer({ min: 20, max: 500 })),
  })
  .map(({ share, ...known }) => ({ ...known, resolved: Math.round(share * known.legs) }))
const cells = fc.array(cell, { minLength: 1, maxLength: 6 })

/** Rounding of 801 weights stays far below this. */
const slack = 1e-12
const quantiles = [0.025, 0.25, 0.5, 0.75, 0.975]
const offsets = [-1, -0.25, 0, 0.1, 1]

function expectNotLower(higher: readonly number[], lower: readonly number[]): void {
  for (const q of quantiles)
    expect(posteriorQuantile(higher, q)).toBeGreaterThanOrEqual(posteriorQuantile(lower, q) - slack)
  for (const offset of offsets)
    expect(posteriorAbove(higher, offset)).toBeGreaterThanOrEqual(
      posteriorAbove(lower, offset) - slack,
    )
}

/** Strictly above, except where all mass already lies at an end of the grid. */
function expectHigher(higher: readonly number[], lower: readonly number[]): void {
  expectNotLower(higher, lower)
  const [up, down] = [posteriorMoments(higher).mean, posteriorMoments(lower).mean]
  if (Math.abs(up) < 3.5) expect(up).toBeGreaterThan(down)
}

const changedFirst = (some: readonly StandingCell[], legs: number, resolved: number) =>
  some.map((known, place) =>
    place === 0
      ? { ...known, legs: known.legs + legs, resolved: known.resolved + resolved }
      : known,
  )

const modeOf = (weights: readonly number[]) => thetaGrid[weights.indexOf(Math.max(...weights))]!

/** The offset that explains the counts best without any prior, found by halving. */
function unshrunk(some: readonly StandingCell[]): number {
  const score = (theta: number) =>
    some.reduce((sum, { p, legs, resolved, referenceLegs }) => {
      const discount = referenceLegs === null ? 1 : referenceLegs / (referenceLegs + legs)
      return sum + discount * (resolved - legs * sigmoid(logit(p) + theta))
    }, 0)
  let [low, high] = [-4, 4]
  for (let halving = 0; halving < 50; halving += 1) {
    const middle = (low + high) / 2
    if (score(middle) > 0) low = middle
    else high = middle
  }
  return low
}

describe('the posterior', () => {
  it('is the likelihood of the counts times the prior, point by point', () => {
    fc.assert(
      fc.property(cells, tau, (some, tau) => {
        const weights = posterior(some, tau)
        const direct = (theta: number) =>
          some.reduce(
            (sum, { p, legs, resolved, referenceLegs }) => {
              const discount = referenceLegs === null ? 1 : referenceLegs / (referenceLegs + legs)
              const success = Math.log(sigmoid(logit(p) + theta))
              const failure = Math.log(sigmoid(-logit(p) - theta))
              return sum + discount * (resolved * success + (legs - resolved) * failure)
            },
            -(theta ** 2) / (2 * tau ** 2),
          )
        const peak = weights.indexOf(Math.max(...weights))
        for (const g of [0, 200, 390, 410, 600, 800]) {
          const ratio = Math.exp(direct(thetaGrid[g]!) - direct(thetaGrid[peak]!))
          expect(weights[g]! / weights[peak]!).toBeCloseTo(ratio, 9)
        }
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('has the same bits in whatever order the cells come', () => {
    fc.assert(
      fc.property(cells, tau, (some, tau) => {
        expect(standing(some.toReversed(), tau)).toEqual(standing(some, tau))
      }),
    )
  })

  it('has the same bits in whatever order cells come that differ in one thing only', () => {
    const alike = fc.record({
      p: fc.constantFrom(0.31, 0.7),
      legs: fc.constantFrom(3, 7),
      resolved: fc.constantFrom(1, 3),
      referenceLegs: fc.constantFrom(null, 23, 61, 190),
    })
    const twoOrders = fc
      .array(alike, { minLength: 2, maxLength: 12 })
      .chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      )
    fc.assert(
      fc.property(twoOrders, tau, ([some, shuffled], tau) => {
        expect(posterior(shuffled, tau)).toEqual(posterior(some, tau))
      }),
    )
  })

  it('T3: rises with every outcome that turns from not resolved to resolved', () => {
    fc.assert(
      fc.property(cells, tau, (some, tau) => {
        fc.pre(some[0]!.resolved < some[0]!.legs)
        expectHigher(posterior(changedFirst(some, 0, 1), tau), posterior(some, tau))
      }),
    )
  })

  it('T5: never falls by one more resolved leg, never rises by one more unresolved', () => {
    fc.assert(
      fc.property(cells, tau, probability, (some, tau, p) => {
        const before = posterior(some, tau)
        const newKind = { p, legs: 1, referenceLegs: null }
        expectHigher(posterior(changedFirst(some, 1, 1), tau), before)
        expectHigher(posterior([...some, { ...newKind, resolved: 1 }], tau), before)
        expectHigher(before, posterior(changedFirst(some, 1, 0), tau))
        expectHigher(before, posterior([...some, { ...newKind, resolved: 0 }], tau))
      }),
    )
  })

  it('T5: is unmoved by a kind without counted legs', () => {
    fc.assert(
      fc.property(cells, tau, probability, (some, tau, p) => {
        const empty = { p, legs: 0, resolved: 0, referenceLegs: 50 }
        expect(standing([...some, empty], tau)).toEqual(standing(some, tau))
      }),
    )
  })

  it('T5: is unmoved by a kind without legs that nobody else has either', () => {
    const nothing = { p: 0.7, legs: 0, resolved: 0, referenceLegs: 0 }
    expect(posterior([nothing], 0.3)).toEqual(posterior([], 0.3))
  })

  it.each([0, 1])('takes an expectation of %d for a bug', (p) => {
    const certain = { p, legs: 3, resolved: 3, referenceLegs: null }
    expect(() => posterior([certain], 0.3)).toThrow('strictly between 0 and 1')
  })

  it('ends where the grid ends', () => {
    const allAt = (end: number) => thetaGrid.map((theta) => (theta === end ? 1 : 0))
    for (const q of quantiles) {
      if (q < 0.5) expect(posteriorQuantile(allAt(-4), q)).toBe(-4)
      if (q > 0.5) expect(posteriorQuantile(allAt(4), q)).toBe(4)
    }
  })

  it('T14: peaks at 0 for a rep whose calls end as expected in every kind', () => {
    fc.assert(
      fc.property(cells, tau, (some, tau) => {
        const asExpected = some.map((known) => ({ ...known, resolved: known.p * known.legs }))
        expect(modeOf(posterior(asExpected, tau))).toBe(0)
      }),
    )
  })

  it('T18: peaks between 0 and the estimate without shrinkage', () => {
    fc.assert(
      fc.property(cells, tau, (some, tau) => {
        const mode = modeOf(posterior(some, tau))
        const free = unshrunk(some)
        const halfStep = 0.005 + slack
        expect(mode).toBeGreaterThanOrEqual(Math.min(0, free) - halfStep)
        expect(mode).toBeLessThanOrEqual(Math.max(0, free) + halfStep)
      }),
    )
  })

  it('T19: finds one offset whatever the mix it shows in', () => {
    const offset = fc.integer({ min: -150, max: 150 }).map((steps) => steps / 100)
    fc.assert(
      fc.property(cells, offset, (some, theta) => {
        const shifted = some.map((known) => ({
          ...known,
          resolved: known.legs * sigmoid(logit(known.p) + theta),
        }))
        expect(modeOf(posterior(shifted, 1e6))).toBe(theta)
      }),
    )
  })
})

describe('few calls', () => {
  it('T18: without any the posterior is the prior and nothing is said', () => {
    fc.assert(
      fc.property(tau, (tau) => {
        const nothing = standing([], tau)
        expect(nothing).toMatchObject({ legs: 0, label: 'not_enough_calls', moreNeeded: null })
        expect(nothing.median).toBeCloseTo(0, 9)
        expect(nothing.reliability).toBe(0)
      }),
    )
  })

  it('T18: eight failures out of eight are not enough to tell, and about 45 more would be', () => {
    const eight = { p: 0.7, legs: 8, resolved: 0, referenceLegs: null }
    expect(standing([eight], 0.3)).toMatchObject({ label: 'not_enough_calls', moreNeeded: 45 })
  })

  it('asks for at least one more call while nothing can be said', () => {
    expect(moreNeeded(1000, 1000 * 0.21, 0.3)).toBe(1)
    expect(moreNeeded(0, 0, 0.3)).toBeNull()
  })

  it('names no number once something can be said', () => {
    const many = { p: 0.7, legs: 200, resolved: 140, referenceLegs: null }
    expect(standing([many], 0.3)).toMatchObject({ label: 'no_clear_difference', moreNeeded: null })
  })

  it('compares with others only where others have such calls', () => {
    const own = { legs: 8, resolved: 6 }
    expect(standingCell(own, [{ legs: 0, resolved: 0 }])).toBeNull()
    const wide = { legs: 400, resolved: 280 }
    const fine = { legs: 160, resolved: 120 }
    expect(standingCell(own, [{ legs: 1000, resolved: 700 }, wide, fine])).toEqual({
      p: (120 + 20 * 0.7) / 180,
      ...own,
      referenceLegs: 180,
    })
  })
})
