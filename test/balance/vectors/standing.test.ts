import { describe, expect, it } from 'vitest'
import { betweenRepSd } from '../../../shared/balance/between-rep-sd.ts'
import { combineLabels } from '../../../shared/balance/combine-labels.ts'
import { excessPerHundred } from '../../../shared/balance/excess-per-hundred.ts'
import { funnelLimits } from '../../../shared/balance/funnel-limits.ts'
import { legsForHalfWidth } from '../../../shared/balance/legs-for-half-width.ts'
import { legsForReliability } from '../../../shared/balance/legs-for-reliability.ts'
import { poissonBinomial } from '../../../shared/balance/poisson-binomial.ts'
import { selfReport } from '../../../shared/balance/self-report.ts'
import { commonRate, mixOf, standardizedRate } from '../../../shared/balance/standardized-rate.ts'
import { standing } from '../../../shared/balance/standing.ts'
import { sigmoid } from '../../../shared/measure/sigmoid.ts'
import { logit } from '../../../shared/measure/logit.ts'
import { posterior, thetaGrid, type StandingCell } from '../../../shared/balance/posterior.ts'
import { type VectorCell } from './known-answers-shape.ts'
import { expectSixDigits, withAnswers } from './known-answers.ts'

const cellOf = ([p, legs, resolved, referenceLegs]: VectorCell): StandingCell => ({
  p,
  legs,
  resolved,
  referenceLegs: referenceLegs ?? null,
})

withAnswers('V3_standing', (cases) => {
  describe.each(Object.entries(cases))('%s', (_, { cells, tau, mix, expect: answer }) => {
    const known = () => standing(cells.map(cellOf), tau)

    it('has the posterior and its label', () => {
      const result = known()
      expectSixDigits(result, {
        legs: answer.n,
        resolved: answer.O,
        expected: answer.E,
        variance: answer.V,
        mean: answer.mean,
        sd: answer.sd,
        median: answer.median,
        low: answer.q025,
        high: answer.q975,
        probabilityAbove: answer.p_above,
        probabilityBelow: answer.p_below,
        reliability: answer.reliability,
      })
      expect(result.label).toBe(answer.label)
    })

    it('has the standardized rate', () => {
      const common = mixOf(mix.map(([p, weight]) => ({ p, legs: weight })))
      expectSixDigits(standardizedRate(common, known()), {
        rate: answer.std_rate,
        low: answer.std_lo,
        high: answer.std_hi,
      })
      expect(commonRate(common, 0)).toBeCloseTo(answer.std_ref, 6)
    })

    it('has the excess of O over E', () => {
      const result = known()
      const excess = result.legs === 0 ? 0 : (excessPerHundred(result)! * result.legs) / 100
      expect(excess).toBeCloseTo(answer.diff, 6)
    })
  })
})

withAnswers('V3_monotone', ({ base, tau, ...medians }) => {
  it('counts a hard call solved for most and an easy call failed against most', () => {
    const medianWith = (...more: VectorCell[]) =>
      standing([...base, ...more].map(cellOf), tau).median
    expectSixDigits(
      {
        base_median: medianWith(),
        plus_resolved_easy: medianWith([0.95, 1, 1]),
        plus_resolved_hard: medianWith([0.3, 1, 1]),
        plus_unresolved_easy: medianWith([0.95, 1, 0]),
        plus_unresolved_hard: medianWith([0.3, 1, 0]),
      },
      medians,
    )
  })
})

withAnswers('V3_counterexample', ({ before, after, before_vals, after_vals }) => {
  it.each([
    ['before', before, before_vals],
    ['after', after, after_vals],
  ] as const)('is monotone where O/E is not: %s', (_, cells, answer) => {
    const { resolved, expected, variance, median } = standing(cells.map(cellOf), 0.3)
    const z = (resolved - expected) / Math.sqrt(variance)
    expectSixDigits({ OE: resolved / expected, z, median }, answer)
  })
})

withAnswers('V4_tau', ({ reps_OEV, expect: answer, fewer_than_8_reps }) => {
  const reps = reps_OEV.map(([resolved, expected, variance]) => ({ resolved, expected, variance }))

  it('estimates how much reps differ', () => {
    const { reps: counted, tau, estimate } = betweenRepSd(reps)
    const { R, z_lo, z_hi, Q, phi, tau2_raw } = answer
    expectSixDigits({ counted, tau }, { counted: R, tau: answer.tau })
    expectSixDigits(estimate!, { zLow: z_lo, zHigh: z_hi, q: Q, phi, tauSquared: tau2_raw })
  })

  it('does not estimate it from fewer than eight reps', () => {
    const few = betweenRepSd(reps.slice(0, fewer_than_8_reps.R))
    expect(few).toEqual({ reps: 7, tau: fewer_than_8_reps.tau, estimate: null })
  })
})

withAnswers('V4_combine', (rows) => {
  it.each(rows)('%s with fast return %s is %s', (sevenDay, fastReturn, overall) => {
    expect(combineLabels(sevenDay, fastReturn)).toBe(overall)
  })
})

withAnswers('V11_selfreport', ({ cells_p_n_O, tau, expect: answer }) => {
  it("asks whether a rep's own word holds", () => {
    const report = selfReport(cells_p_n_O.map(cellOf), tau)
    expectSixDigits(report.holds, {
      median: answer.median,
      probabilityBelow: answer.p_below,
      reliability: answer.reliability,
    })
    expect(report.holds.label).toBe(answer.label)
    expect(report).toMatchObject({ declared: 70, cameBack: 23 })
    expect(report.cameBackUsually).toBeCloseTo(10.8, 6)
  })
})

withAnswers('V15_funnel', ({ n, V, tau0, tau03 }) => {
  it.each([
    [0, tau0],
    [0.3, tau03],
  ])('draws limits for τ %d', (tau, answer) => {
    const { sd, within95, within998 } = funnelLimits({ legs: n, variance: V }, tau)!
    expectSixDigits(
      { sd, lo95: within95.low, hi95: within95.high, lo998: within998.low, hi998: within998.high },
      answer,
    )
  })
})

withAnswers('V15_poisson_binomial', ({ ps, pmf, p_le_4, midp_le_4 }) => {
  it('has exact tails', () => {
    const exact = poissonBinomial(ps)
    expectSixDigits(exact, pmf)
    const below = exact.slice(0, 4).reduce((sum, probability) => sum + probability, 0)
    expectSixDigits(
      { upto: below + exact[4]!, mid: below + exact[4]! / 2 },
      { upto: p_le_4, mid: midp_le_4 },
    )
  })
})

withAnswers('V17_samplesize', (sizes) => {
  const numbersIn = (key: string) => (key.match(/\d*\.\d+/g) ?? []).map(Number)

  it('knows how many calls an interval and a reliability need', () => {
    for (const [key, legs] of Object.entries(sizes.half_width)) {
      const [p, halfWidth] = numbersIn(key)
      expect(legsForHalfWidth(p!, halfWidth!), key).toBe(legs)
    }
    for (const [key, legs] of Object.entries(sizes.reliability)) {
      const [p, tau, reliability] = numbersIn(key)
      expect(legsForReliability(p! * (1 - p!), tau!, reliability!), key).toBe(legs)
    }
  })

  const untilLabel = [
    ...Object.entries(sizes.n_until_clearly_below).map(
      (known) => ['clearly_below', ...known] as const,
    ),
    ...Object.entries(sizes.n_until_clearly_above).map(
      (known) => ['clearly_above', ...known] as const,
    ),
  ]

  it.each(untilLabel)('says %s of %s from %d calls on, and not before', (label, key, legs) => {
    const [p, rate] = numbersIn(key)
    const labelAt = (n: number) => standing([cellOf([p!, n, halfToEven(n * rate!)])], 0.3).label
    const first = Array.from({ length: legs }, (_, k) => k + 1).find((n) => labelAt(n) === label)
    expect(first).toBe(legs)
  })
})

/** The nearest integer, a half to the even one: how the known answers round their counts. */
function halfToEven(x: number): number {
  const below = Math.floor(x)
  if (x - below !== 0.5) return Math.round(x)
  return below % 2 === 0 ? below : below + 1
}

withAnswers('V18_mix', ({ theta, mleA, mleB, OE_A, OE_B }) => {
  const mixes: [string, [number, number][], number, number][] = [
    [
      'easy',
      [
        [0.9, 100],
        [0.5, 10],
      ],
      mleA,
      OE_A,
    ],
    [
      'hard',
      [
        [0.9, 10],
        [0.5, 100],
      ],
      mleB,
      OE_B,
    ],
  ]
  it.each(mixes)(
    'finds the same offset for the %s mix, where O/E differs',
    (_, mix, mle, ratio) => {
      const cells = mix.map(([p, n]) => cellOf([p, n, n * sigmoid(logit(p) + theta)]))
      const weights = posterior(cells, 1e6)
      const mode = thetaGrid[weights.indexOf(Math.max(...weights))]
      const { resolved, expected } = standing(cells, 0.3)
      expectSixDigits({ mode: mode!, ratio: resolved / expected }, { mode: mle, ratio })
    },
  )
})
