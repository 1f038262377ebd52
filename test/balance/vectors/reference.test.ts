import { expect, it } from 'vitest'
import { expectedDownstreamSeconds } from '../../../shared/balance/expected-downstream.ts'
import { expectedLog } from '../../../shared/balance/expected-log.ts'
import { expectedResolution } from '../../../shared/balance/expected-resolution.ts'
import { histogramQuantile } from '../../../shared/balance/histogram-quantile.ts'
import { logBin } from '../../../shared/balance/log-bin.ts'
import { microLog } from '../../../shared/balance/micro-log.ts'
import { percentile } from '../../../shared/balance/percentile.ts'
import { pooledLogSd } from '../../../shared/balance/pooled-log-sd.ts'
import { timeIndex } from '../../../shared/balance/time-index.ts'
import { histogramOf, levelsFor, type ReferenceLeg } from '../reference-sums.ts'
import { type KnownAnswers } from './known-answers-shape.ts'
import { expectSixDigits, withAnswers } from './known-answers.ts'

/** The small world of V2: one queue, two issues, three reps. */
function legsOf(answers: KnownAnswers['V2_reference']): ReferenceLeg[] {
  return Object.entries(answers.handle_by_rep_issue).flatMap(([rep, issues]) =>
    Object.entries(issues).flatMap(([issue, handled]) => {
      const outcomes = answers.resolved_by_rep_issue[rep]?.[issue] ?? []
      const later = [...(answers.downstream_sec_after_unresolved[rep]?.[issue] ?? [])]
      return handled.map((handleSeconds, place) => ({
        rep,
        path: [answers.queue, issue],
        handleSeconds,
        resolved: outcomes[place] === 1,
        downstreamSeconds: outcomes[place] === 0 ? (later.shift() ?? 0) : 0,
      }))
    }),
  )
}

withAnswers('V2_reference', (answers) => {
  const legs = legsOf(answers)
  const leftOut = (key: string) => (key.endsWith('None') ? null : key.slice(-1))
  const pathOf = (key: string) => [answers.queue, key.slice(0, key.indexOf('|'))]
  const levels = (key: string) => levelsFor(legs, pathOf(key), leftOut(key))

  it('takes integer logarithms and bins', () => {
    for (const [seconds, x] of Object.entries(answers.micro_log))
      expect(microLog(Number(seconds)), seconds).toBe(x)
    for (const [seconds, bin] of Object.entries(answers.log_bin))
      expect(logBin(Number(seconds)), seconds).toBe(bin)
  })

  it.each(Object.keys(answers.mean_log))('expects of %s', (key) => {
    const mean = expectedLog(levels(key).time)
    expectSixDigits(
      {
        mean,
        typical: Math.exp(mean ?? 0),
        p: expectedResolution(levels(key).outcome),
        downstream: expectedDownstreamSeconds(levels(key).downstream),
      },
      {
        mean: answers.mean_log[key]!,
        typical: answers.typical_sec[key]!,
        p: answers.p[key]!,
        downstream: answers.dbar[key]!,
      },
    )
  })

  it('places a call among others of its kind', () => {
    for (const [key, expected] of Object.entries(answers.percentile)) {
      const [issue, minus, seconds] = key.split('|')
      const shares = histogramOf(levels(`${issue}|${minus}`).bins)
      expect(percentile(shares, Number(seconds)), key).toBeCloseTo(expected, 6)
    }
    for (const [key, median] of Object.entries(answers.median))
      expect(histogramQuantile(histogramOf(levels(key).bins), 0.5), key).toBeCloseTo(median, 6)
  })

  it('pools what varies within cells, and indexes each rep on it', () => {
    const cells = ['router', 'email'].map((issue) => {
      const logs = legs
        .filter(({ path }) => path[1] === issue)
        .map(({ handleSeconds }) => BigInt(microLog(handleSeconds)))
      return {
        legs: logs.length,
        microLogSum: logs.reduce((sum, x) => sum + x, 0n),
        microLogSquareSum: logs.reduce((sum, x) => sum + x * x, 0n),
      }
    })
    const sigma = pooledLogSd(cells)!
    expect(sigma).toBeCloseTo(answers.sigma, 6)

    for (const [rep, expected] of Object.entries(answers.time_index)) {
      const residuals = legs
        .filter((leg) => leg.rep === rep)
        .map(({ path, handleSeconds }) => {
          const others = levelsFor(legs, path, rep).time
          return microLog(handleSeconds) / 1e6 - expectedLog(others)!
        })
      expectSixDigits(timeIndex(residuals, sigma), {
        legs: expected.n,
        meanLog: expected.mean,
        standardErrorLog: expected.se,
        index: expected.index,
        low: expected.lo,
        high: expected.hi,
      })
    }
  })
})
