import { describe, expect, it } from 'vitest'
import { backOff } from '../../shared/balance/back-off.ts'
import { bandSeconds } from '../../shared/balance/band-seconds.ts'
import { expectedLog } from '../../shared/balance/expected-log.ts'
import { countInBin, histogram } from '../../shared/balance/histogram.ts'
import { histogramQuantile } from '../../shared/balance/histogram-quantile.ts'
import { logBin, logBinWidth } from '../../shared/balance/log-bin.ts'
import { microLog } from '../../shared/balance/micro-log.ts'
import { others } from '../../shared/balance/others.ts'
import { percentile } from '../../shared/balance/percentile.ts'
import { repPrompt } from '../../shared/balance/rep-prompt.ts'
import { timeClass } from '../../shared/balance/time-class.ts'
import { timeClassThresholds } from '../../shared/balance/time-class-thresholds.ts'

describe('sums of others', () => {
  it('are all sums where the rep has none', () => {
    expect(others({ legs: 14, resolved: 9 }, undefined)).toEqual({ legs: 14, resolved: 9 })
    expect(others({ legs: 14, resolved: 9 }, { legs: 6, resolved: 4 })).toEqual({
      legs: 8,
      resolved: 5,
    })
  })

  it('take the parent for an empty kind even where nothing is borrowed', () => {
    const wide = { count: 4, sum: 3 }
    expect(backOff([wide, { count: 0, sum: 0 }], 0)).toBe(0.75)
    expect(backOff([wide, { count: 2, sum: 0 }], 0)).toBe(0)
  })
})

describe('the scale of handle times', () => {
  it('is whole millionths of a logarithm, from 5 s to four hours', () => {
    expect(microLog(60)).toBe(4_094_345)
    expect(microLog(1680)).toBe(7_426_549)
    expect(microLog(0)).toBe(microLog(5))
    expect(microLog(6)).toBeGreaterThan(microLog(5))
    expect(microLog(90_000)).toBe(microLog(14_400))
    expect(microLog(14_399)).toBeLessThan(microLog(14_400))
  })

  it('has bins 5 % wide', () => {
    expect([60, 180, 1680].map(logBin)).toEqual([83, 106, 152])
  })

  it('gives the typical time of others back in nats', () => {
    const legs = [100, 400].map((seconds) => ({ legs: 1, microLogSum: microLog(seconds) }))
    const all = { legs: 2, microLogSum: microLog(100) + microLog(400) }
    expect(Math.exp(expectedLog([all])!)).toBeCloseTo(200, 3)
    expect(Math.exp(expectedLog([legs[0]!])!)).toBeCloseTo(100, 3)
  })
})

describe('the histogram of a kind', () => {
  const counts = (...given: [bin: number, legs: number][]): number[] => {
    const counted: number[] = []
    for (const [bin, legs] of given) countInBin(counted, bin, legs)
    return counted
  }

  it('is counted bin by bin, with a nought in those that no leg has come to', () => {
    expect(counts([3, 2], [1, 1], [3, 4], [4, 0])).toStrictEqual([0, 1, 0, 6, 0])
    expect(counts()).toStrictEqual([])
  })

  it('is ascending and leaves out bins whose legs were all the rep’s own', () => {
    const wide = counts([95, 3], [80, 0], [90, 1])
    expect(histogram([wide])).toEqual([
      { bin: 90, share: 0.25 },
      { bin: 95, share: 0.75 },
    ])
    expect(histogram([])).toBeNull()
  })

  it('leans on the wider kind with the weight of twenty calls', () => {
    const wide = counts([80, 30], [90, 10])
    expect(histogram([wide, counts([70, 20])])).toEqual([
      { bin: 70, share: 0.5 },
      { bin: 80, share: 0.375 },
      { bin: 90, share: 0.125 },
    ])
  })

  it('reaches its quantiles inside a bin, and its last one at the end', () => {
    const shares = [
      { bin: 70, share: 0.5 },
      { bin: 80, share: 0.25 },
      { bin: 90, share: 0.25 - 1e-12 },
    ]
    const binOf = (seconds: number) => Math.log(seconds) / logBinWidth
    expect(binOf(histogramQuantile(shares, 0.25))).toBeCloseTo(70.5, 9)
    expect(binOf(histogramQuantile(shares, 0.5))).toBeCloseTo(71, 9)
    expect(binOf(histogramQuantile(shares, 0.7))).toBeCloseTo(80.8, 9)
    expect(binOf(histogramQuantile(shares, 1))).toBeCloseTo(91, 9)
    const { p20, median, p80 } = bandSeconds(shares)
    expect([p20, median, p80].map((seconds) => Number(binOf(seconds).toFixed(6)))).toEqual([
      70.4, 71, 90.2,
    ])
    expect(() => histogramQuantile([], 0.5)).toThrow('at least one bin')
  })

  it('ranks a call above all bins below and half of its own', () => {
    const shares = [
      { bin: 83, share: 0.4 },
      { bin: 106, share: 0.6 },
    ]
    expect(percentile(shares, 30)).toBe(0)
    expect(percentile(shares, 60)).toBe(0.2)
    expect(percentile(shares, 100)).toBe(0.4)
    expect(percentile(shares, 180)).toBe(0.7)
    expect(percentile(shares, 999)).toBe(1)
  })
})

describe('time beside others', () => {
  it.each([
    [0.8, 125, 'long'],
    [0.79, 125, 'usual'],
    [0.8, 124, 'usual'],
    [0.2, 80, 'short'],
    [0.21, 80, 'usual'],
    [0.2, 81, 'usual'],
  ])('at percentile %d, %d s where 100 s are usual is %s', (rank, seconds, expected) => {
    expect(timeClass(rank, seconds, 100)).toBe(expected)
  })

  it('needs a rank and a median', () => {
    expect(timeClass(null, 125, 100)).toBe('no_reference')
    expect(timeClass(0.8, 125, null)).toBe('no_reference')
  })

  it('can find a call of no seconds short, and no other', () => {
    const shares = [
      { bin: 0, share: 0.4 },
      { bin: 3, share: 0.6 },
    ]
    expect(timeClassThresholds(shares)).toEqual({ shortUptoSeconds: 0, longFromSeconds: 2 })
  })

  it('is long from the first whole second of a bin exactly on the percentile', () => {
    const shares = [
      { bin: 60, share: 0.6 },
      { bin: 100, share: 0.4 },
    ]
    expect(percentile(shares, 132)).toBe(0.8)
    expect(timeClassThresholds(shares).longFromSeconds).toBe(132)
  })

  it('suggests nothing where an index of 1 is possible', () => {
    expect(repPrompt('clearly_below', { low: 0.8, high: 1 })).toBeNull()
    expect(repPrompt('clearly_below', { low: 1, high: 1.2 })).toBeNull()
  })
})
