import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenRepSd } from '../../shared/balance/between-rep-sd.ts'
import { excessPerHundred } from '../../shared/balance/excess-per-hundred.ts'
import { funnelLimits } from '../../shared/balance/funnel-limits.ts'
import { legsForHalfWidth } from '../../shared/balance/legs-for-half-width.ts'
import { legsForReliability } from '../../shared/balance/legs-for-reliability.ts'
import { poissonBinomial } from '../../shared/balance/poisson-binomial.ts'
import { selfReport } from '../../shared/balance/self-report.ts'
import { commonRate, mixOf, standardizedRate } from '../../shared/balance/standardized-rate.ts'
import { standing } from '../../shared/balance/standing.ts'
import { wilsonInterval } from '../../shared/measure/wilson-interval.ts'

const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true })
const cellOf = (p: number, legs: number, resolved: number) => ({
  p,
  legs,
  resolved,
  referenceLegs: null,
})

describe('a rep on hard calls', () => {
  const known = () =>
    standing([cellOf(0.85, 20, 18), cellOf(0.7, 40, 33), cellOf(0.45, 60, 40)], 0.3)

  it('stands where 91 resolved of 72 expected put them', () => {
    const { legs, resolved, label, moreNeeded, ...numbers } = known()
    expect([legs, resolved, label, moreNeeded]).toEqual([120, 91, 'clearly_above', null])
    const answers = {
      expected: 72,
      variance: 25.8,
      mean: 0.537922,
      sd: 0.172304,
      median: 0.536808,
      low: 0.203084,
      high: 0.879014,
      probabilityAbove: 0.99498,
      probabilityBelow: 0.000001,
      reliability: 0.670127,
    }
    for (const [name, answer] of Object.entries(answers))
      expect(numbers[name as keyof typeof answers], name).toBeCloseTo(answer, 6)
    expect(excessPerHundred(known())).toBeCloseTo((100 * 19) / 120, 9)
  })

  it('may be laid beside others on the common mix', () => {
    const kinds = [
      { p: 0.85, legs: 50 },
      { p: 0.7, legs: 30 },
      { p: 0.45, legs: 20 },
    ]
    const mix = mixOf(kinds)
    expect(mix.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(mixOf(kinds.toReversed())).toEqual(mix)
    expect(mixOf([...kinds, { p: 0.7, legs: 3 }])[1]!.weight).toBeCloseTo(3 / 103, 12)
    const { rate, low, high } = standardizedRate(mix, known())
    expect(rate).toBeCloseTo(0.809786, 6)
    expect(low).toBeCloseTo(0.759424, 6)
    expect(high).toBeCloseTo(0.853222, 6)
    expect(commonRate(mix, 0)).toBeCloseTo(0.725, 12)
  })

  it('has a word that holds less often than others’, and is told so in calls', () => {
    const report = selfReport([cellOf(0.9, 40, 25), cellOf(0.8, 30, 20)], 0.3)
    expect(report).toMatchObject({ declared: 70, cameBack: 25 })
    expect(report.cameBackUsually).toBeCloseTo(10, 9)
    expect(report.holds).toMatchObject({ legs: 70, resolved: 45, label: 'clearly_below' })
  })
})

describe('the funnel', () => {
  it('draws limits for chance alone, and wider ones for differences between reps', () => {
    const point = { legs: 120, variance: 25.2 }
    const byChance = funnelLimits(point)!
    expect(byChance.sd).toBeCloseTo(4.1833, 6)
    expect(byChance.within95.low).toBeCloseTo(-8.199118, 6)
    expect(byChance.within95.high).toBeCloseTo(8.199118, 6)
    expect(byChance.within998.low).toBeCloseTo(-12.927369, 6)
    expect(byChance.within998.high).toBeCloseTo(12.927369, 6)
    expect(funnelLimits(point, 0.3)!.within95.high).toBeCloseTo(14.822045, 6)
  })

  it('has exact tails: the binomial where all calls are alike', () => {
    fc.assert(
      fc.property(probability, fc.nat(12), (p, calls) => {
        const exact = poissonBinomial(Array<number>(calls).fill(p))
        expect(exact).toHaveLength(calls + 1)
        let choose = 1
        for (const [k, chance] of exact.entries()) {
          expect(chance).toBeCloseTo(choose * p ** k * (1 - p) ** (calls - k), 12)
          choose *= (calls - k) / (k + 1)
        }
      }),
    )
  })

  it('has exact tails whose mean is what was expected', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 15 }), (ps) => {
        const exact = poissonBinomial(ps)
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
        expect(total(exact)).toBeCloseTo(1, 12)
        expect(total(exact.map((chance, k) => chance * k))).toBeCloseTo(total(ps), 9)
      }),
    )
  })
})

describe('how many calls it takes', () => {
  it('until an interval is as narrow as asked for, and no call earlier', () => {
    expect(legsForHalfWidth(0.7, 0.1)).toBe(81)
    expect(legsForHalfWidth(0.7, 0.05)).toBe(323)
    const { low, high } = wilsonInterval(0.7 * 323, 323)
    expect((high - low) / 2).toBeCloseTo(0.05, 3)
  })

  it('until half is known, or more', () => {
    expect(legsForReliability(0.21, 0.3, 0.5)).toBe(53)
    expect(legsForReliability(0.21, 0.3, 0.7)).toBe(124)
    expect(legsForReliability(0, 0.3, 0.5)).toBe(Infinity)
  })
})

describe('the spread between reps', () => {
  const reps = [
    [150, 140, 42],
    [120, 133, 40],
    [88, 80, 24],
    [60, 61, 18],
    [200, 210, 60],
    [170, 160, 48],
    [45, 52, 15],
    [99, 95, 28],
    [40, 92, 30],
    [130, 121, 38],
  ].map(([resolved = 0, expected = 0, variance = 0]) => ({ resolved, expected, variance }))

  it('is what chance leaves unexplained', () => {
    const { reps: counted, tau, estimate } = betweenRepSd(reps)
    expect(counted).toBe(10)
    expect(tau).toBeCloseTo(0.31558, 6)
    expect(estimate!.zLow).toBeCloseTo(-2.799318, 6)
    expect(estimate!.zHigh).toBeCloseTo(1.552029, 6)
    expect(estimate!.q).toBeCloseTo(39.233745, 6)
    expect(estimate!.phi).toBeCloseTo(3.923375, 6)
    expect(estimate!.tauSquared).toBeCloseTo(0.099591, 6)
  })

  it('is the least there is where reps differ less than by chance', () => {
    const alike = reps.map(({ variance }) => ({ resolved: 90, expected: 90, variance }))
    expect(betweenRepSd(alike)).toMatchObject({ tau: 0.1, estimate: { q: 0, tauSquared: 0 } })
  })
})
