import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOff } from '../../shared/balance/back-off.ts'
import { comparisonShortage } from '../../shared/balance/comparison-shortage.ts'
import { expectedLog } from '../../shared/balance/expected-log.ts'
import { histogram, type Histogram } from '../../shared/balance/histogram.ts'
import { histogramQuantile } from '../../shared/balance/histogram-quantile.ts'
import { logBin, logBinWidth } from '../../shared/balance/log-bin.ts'
import { microLog } from '../../shared/balance/micro-log.ts'
import { percentile } from '../../shared/balance/percentile.ts'
import { timeClass } from '../../shared/balance/time-class.ts'
import { timeClassThresholds } from '../../shared/balance/time-class-thresholds.ts'
import { timeIndex } from '../../shared/balance/time-index.ts'
import { isTooFew } from '../../shared/measure/too-few.ts'
import { histogramOf, levelsFor, type ReferenceLeg } from './reference-sums.ts'

const paths = [
  ['sales', 'price'],
  ['sales', 'order'],
  ['tech', 'router'],
]
const legOf = (handleSeconds: fc.Arbitrary<number>): fc.Arbitrary<ReferenceLeg> =>
  fc.record({
    rep: fc.constantFrom('ana', 'bo', 'cy'),
    path: fc.constantFrom(...paths),
    handleSeconds,
    resolved: fc.boolean(),
    downstreamSeconds: fc.integer({ min: 0, max: 5000 }),
  })
const anyLegs = fc.array(legOf(fc.integer({ min: 0, max: 20_000 })), {
  minLength: 1,
  maxLength: 60,
})
/** Times that stay inside the clamps when stretched, and off the edges of bins. */
const stretchable = fc.array(legOf(fc.integer({ min: 20, max: 2400 }).map((s) => s + 0.37)), {
  minLength: 2,
  maxLength: 60,
})

const classOf = (shares: Histogram, seconds: number) =>
  timeClass(percentile(shares, seconds), seconds, histogramQuantile(shares, 0.5))
const stretchedBy = (factor: number, legs: readonly ReferenceLeg[]) =>
  legs.map((leg) => ({ ...leg, handleSeconds: leg.handleSeconds * factor }))
const sharesOf = (legs: readonly ReferenceLeg[]) =>
  histogramOf(levelsFor(legs, paths[0]!, null).bins)

describe('thresholds of the time classes', () => {
  const someLegs = fc.array(legOf(fc.integer({ min: 0, max: 3000 })), {
    minLength: 1,
    maxLength: 60,
  })

  it('class every whole second as the rule itself does', () => {
    fc.assert(
      fc.property(someLegs, (legs) => {
        const shares = sharesOf(legs)
        const median = histogramQuantile(shares, 0.5)
        const classOf = (seconds: number) => timeClass(percentile(shares, seconds), seconds, median)
        const { shortUptoSeconds, longFromSeconds } = timeClassThresholds(shares)
        const longest = Math.max(...legs.map(({ handleSeconds }) => handleSeconds))
        for (let seconds = 0; seconds <= 1.4 * longest + 3; seconds += 1) {
          const byThresholds =
            seconds >= longFromSeconds
              ? 'long'
              : shortUptoSeconds !== null && seconds <= shortUptoSeconds
                ? 'short'
                : 'usual'
          if (classOf(seconds) !== byThresholds)
            expect([seconds, classOf(seconds)]).toEqual([seconds, byThresholds])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('know kinds that no whole second is short for', () => {
    const shares = sharesOf([
      {
        rep: 'ana',
        path: paths[0]!,
        handleSeconds: 0,
        resolved: true,
        downstreamSeconds: 0,
      },
    ])
    expect(timeClassThresholds(shares).shortUptoSeconds).toBeNull()
  })
})

describe('the histogram', () => {
  it('adds up to one, and quantiles and percentiles answer each other within a bin', () => {
    fc.assert(
      fc.property(stretchable, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (legs, q) => {
        const shares = sharesOf(legs)
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
        const seconds = histogramQuantile(shares, q)
        expect(percentile(shares, seconds / 1.0501)).toBeLessThanOrEqual(q + 1e-9)
        expect(percentile(shares, seconds * 1.0501)).toBeGreaterThanOrEqual(q - 1e-9)
      }),
    )
  })

  it('ends at the end of its last bin', () => {
    const shares = [
      { bin: 80, share: 0.4 },
      { bin: 90, share: 0.6 - 1e-12 },
    ]
    expect(histogramQuantile(shares, 1)).toBeCloseTo(Math.exp(91 * logBinWidth), 9)
  })

  it('is no reference where nobody else has a leg', () => {
    expect(histogram([[], [0]])).toBeNull()
    expect(timeClass(null, 1680, null)).toBe('no_reference')
  })

  it('is shown from four reps and thirty legs of others in the queue on', () => {
    expect(comparisonShortage(3, 500)).toEqual({ have: 3, need: 4 })
    expect(comparisonShortage(4, 29)).toEqual({ have: 29, need: 30 })
    expect(comparisonShortage(4, 30)).toBeNull()
  })
})

describe('T13: scale', () => {
  const residualsOf = (legs: readonly ReferenceLeg[], rep: string) =>
    legs
      .filter((leg) => leg.rep === rep)
      .flatMap(({ path, handleSeconds }) => {
        const expected = expectedLog(levelsFor(legs, path, rep).time)
        return expected === null ? [] : [microLog(handleSeconds) / 1e6 - expected]
      })

  it('leaves the time index where it was', () => {
    const factor = fc.double({ min: 0.5, max: 5, noNaN: true })
    fc.assert(
      fc.property(stretchable, factor, (legs, factor) => {
        const before = timeIndex(residualsOf(legs, 'ana'), 1)
        const after = timeIndex(residualsOf(stretchedBy(factor, legs), 'ana'), 1)
        fc.pre(!isTooFew(before) && !isTooFew(after))
        expect(after.index / before.index).toBeCloseTo(1, 5)
      }),
    )
  })

  it('leaves every class where it was, for whole bins', () => {
    fc.assert(
      fc.property(stretchable, fc.integer({ min: -10, max: 30 }), (legs, bins) => {
        const factor = Math.exp(bins * logBinWidth)
        const [before, after] = [sharesOf(legs), sharesOf(stretchedBy(factor, legs))]
        for (const { handleSeconds } of legs)
          expect(classOf(after, handleSeconds * factor)).toBe(classOf(before, handleSeconds))
      }),
    )
  })

  it('moves a percentile by one bin at most, for any factor', () => {
    const factor = fc.double({ min: 0.5, max: 5, noNaN: true })
    fc.assert(
      fc.property(stretchable, factor, (legs, factor) => {
        const [before, after] = [sharesOf(legs), sharesOf(stretchedBy(factor, legs))]
        const twoEdges = 1.05 ** 2 * (1 + 1e-9)
        for (const { handleSeconds } of legs) {
          const place = percentile(after, handleSeconds * factor)
          expect(place).toBeLessThanOrEqual(percentile(before, handleSeconds * twoEdges) + 1e-9)
          expect(place).toBeGreaterThanOrEqual(percentile(before, handleSeconds / twoEdges) - 1e-9)
        }
      }),
    )
  })
})

describe('expectations', () => {
  it('T14: add up to what happened, with K = 0 and nobody left out', () => {
    fc.assert(
      fc.property(stretchable, (legs) => {
        const levels = (path: readonly string[]) => levelsFor(legs, path, null)
        const residuals = legs.map(({ path, handleSeconds }) => {
          const sums = levels(path).time
          const mean = backOff(
            sums.map(({ legs, microLogSum }) => ({ count: legs, sum: microLogSum / 1e6 })),
            0,
          )
          return microLog(handleSeconds) / 1e6 - mean!
        })
        const overall = timeIndex(residuals, 1e6)
        expect(overall).toMatchObject({ legs: legs.length })
        expect(isTooFew(overall) ? 0 : overall.index).toBeCloseTo(1, 9)

        const expected = legs.map(({ path }) =>
          backOff(
            levels(path).outcome.map(({ legs, resolved }) => ({ count: legs, sum: resolved })),
            0,
          ),
        )
        const resolved = legs.filter((leg) => leg.resolved).length
        expect(expected.reduce<number>((sum, p) => sum + p!, 0)).toBeCloseTo(resolved, 9)
      }),
    )
  })

  it("T15: ignore the rep's own legs, however many", () => {
    fc.assert(
      fc.property(anyLegs, anyLegs, fc.constantFrom(...paths), (legs, more, path) => {
        const own = more.map((leg) => ({ ...leg, rep: 'ana' }))
        expect(levelsFor([...legs, ...own], path, 'ana')).toEqual(levelsFor(legs, path, 'ana'))
      }),
    )
  })

  const mean = fc.double({ min: -5, max: 5, noNaN: true })

  it('T16: take the parent where a kind is empty and the kind itself where it is full', () => {
    fc.assert(
      fc.property(mean, mean, (parent, own) => {
        const wide = { count: 1000, sum: 1000 * parent }
        const expectedWith = (count: number) => backOff([wide, { count, sum: count * own }])!
        expect(expectedWith(0)).toBeCloseTo(parent, 9)
        expect(expectedWith(1e12)).toBeCloseTo(own, 9)
      }),
    )
  })

  it('T16: move from parent to kind without a step back', () => {
    const legs = fc.integer({ min: 0, max: 500 })
    fc.assert(
      fc.property(mean, mean, legs, legs, (parent, own, fewer, more) => {
        const wide = { count: 1000, sum: 1000 * parent }
        const distance = (count: number) =>
          Math.abs(backOff([wide, { count, sum: count * own }])! - own)
        const [least, most] = [Math.min(fewer, more), Math.max(fewer, more)]
        expect(distance(most)).toBeLessThanOrEqual(distance(least) + 1e-9)
        expect(distance(least)).toBeLessThanOrEqual(Math.abs(parent - own) + 1e-9)
      }),
    )
  })

  it('T16: let an empty kind have the spread of its parent', () => {
    fc.assert(
      fc.property(anyLegs, (legs) => {
        const wide = levelsFor(legs, [], null).bins
        expect(histogram([...wide, []])).toEqual(
          histogram(wide)!.map(({ bin, share }) => ({
            bin,
            share: expect.closeTo(share, 12) as number,
          })),
        )
      }),
    )
  })

  it('T19: give every constant residual the same index, whatever the mix', () => {
    const residual = fc.double({ min: -2, max: 2, noNaN: true })
    fc.assert(
      fc.property(residual, fc.integer({ min: 1, max: 50 }), (residual, legs) => {
        const index = timeIndex(Array<number>(legs).fill(residual), 1)
        expect(isTooFew(index) ? null : index.index).toBeCloseTo(Math.exp(residual), 9)
      }),
    )
  })

  it('hold a single call to 2.5 standard deviations, and are withheld without any', () => {
    expect(timeIndex([10], 0.4)).toMatchObject({ meanLog: 1, standardErrorLog: 0.4 })
    expect(timeIndex([], 0.4)).toEqual({ have: 0, need: 1 })
  })

  it('take the spread of two calls from the two', () => {
    const index = timeIndex([0.1, 0.3], 1)
    expect(isTooFew(index) ? null : index.standardErrorLog).toBeCloseTo(0.1, 12)
  })
})

describe('bins', () => {
  it('hold what lies within 5 % of their lower end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 604_800 }), (seconds) => {
        const bin = logBin(seconds)
        expect(Math.exp(bin * logBinWidth)).toBeLessThanOrEqual(seconds * (1 + 1e-9))
        expect(Math.exp((bin + 1) * logBinWidth)).toBeGreaterThan(seconds * (1 - 1e-9))
      }),
    )
    expect(logBin(0)).toBe(0)
  })
})
