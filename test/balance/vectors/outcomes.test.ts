import { describe, expect, it } from 'vitest'
import { bandSeconds } from '../../../shared/balance/band-seconds.ts'
import { bestOutcome } from '../../../shared/balance/best-outcome.ts'
import { callClass } from '../../../shared/balance/call-class.ts'
import { coincidentalReturns } from '../../../shared/balance/coincidental-returns.ts'
import { kaplanMeier } from '../../../shared/balance/kaplan-meier.ts'
import { pendingProbability } from '../../../shared/balance/pending-probability.ts'
import { percentile } from '../../../shared/balance/percentile.ts'
import { provisionalRate } from '../../../shared/balance/provisional-rate.ts'
import { roganGladen } from '../../../shared/balance/rogan-gladen.ts'
import { targetRealism } from '../../../shared/balance/target-realism.ts'
import { timeClass } from '../../../shared/balance/time-class.ts'
import { histogramOf, levelsFor } from '../reference-sums.ts'
import { expectSixDigits, withAnswers } from './known-answers.ts'

const path = ['tech', 'no_internet']
const sharesOf = (peers: readonly number[]) => {
  const legs = peers.map((handleSeconds) => ({
    rep: 'peer',
    path,
    handleSeconds,
    resolved: true,
    downstreamSeconds: 0,
  }))
  return histogramOf(levelsFor(legs, path, 'me').bins)
}

withAnswers('V5_pending', ({ p, G, prob_by_age_days }) => {
  it('weighs an open call by its age', () => {
    expectSixDigits(
      G.map((returned) => pendingProbability(p, returned)),
      prob_by_age_days,
    )
  })

  // Ten times as many calls a day as in the answers, so that every count is whole.
  withAnswers('V5_bias', ({ days, per_day, true_p, provisional, mature_cohort }) => {
    it('has a provisional rate without bias', () => {
      const callsPerDay = 10 * per_day
      const cohorts = Array.from({ length: days }, (_, age) => {
        const returned = G[Math.min(age, G.length - 1)]!
        const notResolved = Math.round(callsPerDay * (1 - true_p) * returned)
        const isMature = age >= G.length - 1
        return {
          resolved: isMature ? callsPerDay - notResolved : 0,
          notResolved,
          pending: isMature
            ? []
            : Array<number>(callsPerDay - notResolved).fill(pendingProbability(true_p, returned)),
        }
      })
      const sum = (of: 'resolved' | 'notResolved') =>
        cohorts.reduce((total, cohort) => total + cohort[of], 0)
      const all = {
        resolved: sum('resolved'),
        notResolved: sum('notResolved'),
        pending: cohorts.flatMap(({ pending }) => pending),
      }
      expect(provisionalRate(all)).toBeCloseTo(provisional, 6)
      const mature = cohorts.filter(({ pending }) => pending.length === 0)
      const resolved = mature.reduce((total, cohort) => total + cohort.resolved, 0)
      expect(resolved / (mature.length * callsPerDay)).toBeCloseTo(mature_cohort, 6)
    })
  })
})

withAnswers('V5_km', ({ obs_event_day_complete_days, rows_day_atrisk_events_S_var }) => {
  it('draws the curve of calls without a return', () => {
    const curve = kaplanMeier(
      obs_event_day_complete_days.map(([eventDay, completeDays]) => ({ eventDay, completeDays })),
    )
    expect(curve).toHaveLength(rows_day_atrisk_events_S_var.length)
    for (const [day, atRisk, events, share, variance] of rows_day_atrisk_events_S_var)
      expectSixDigits(curve[day - 1]!, { day, atRisk, events, share, variance })
  })
})

withAnswers('V5_rogan_gladen', ({ q, se, sp, expect: answer }) => {
  it('corrects a proxy by what an audit found', () => {
    expect(roganGladen(q, se, sp)).toBeCloseTo(answer, 6)
  })
})

withAnswers('V8_quadrant', ({ peer_handle, median, p20, p80, rows }) => {
  it('knows what such calls usually take', () => {
    expectSixDigits(bandSeconds(sharesOf(peer_handle)), { median, p20, p80 })
  })

  describe.each(rows)('$h s', (row) => {
    const placed = () => {
      const shares = sharesOf(peer_handle)
      const rank = percentile(shares, row.h)
      const middle = bandSeconds(shares).median
      return { rank, middle, time: timeClass(rank, row.h, middle) }
    }

    it('has its percentile and time class', () => {
      const { rank, middle, time } = placed()
      expectSixDigits(
        { percentile: rank, ratio: row.h / middle },
        { percentile: row.percentile, ratio: row.ratio },
      )
      expect(time).toBe(row.time_class)
    })

    it('means something only beside its outcome', () => {
      const leg = { handedOn: false, linkable: true, counted: true }
      const classOf = (outcome: 'resolved' | 'not_resolved' | 'open') =>
        callClass({
          ...leg,
          timeClass: placed().time,
          outcome,
          state: outcome === 'open' ? 'provisional' : 'final',
        })
      expect(classOf('resolved')).toBe(row.resolved)
      expect(classOf('not_resolved')).toBe(row.not_resolved)
      expect(classOf('open')).toBe(row.open)
    })
  })
})

withAnswers('V16_precedence', (cases) => {
  it('has all 17 cases', () => {
    expect(cases).toHaveLength(17)
  })

  it.each(cases.map((entry, row) => [row + 1, entry] as const))('row %d', (_, entry) => {
    const evidence = entry.evidence.map(({ source, claim, at, by_handler = false }) => ({
      source,
      claim,
      at,
      byHandler: by_handler,
    }))
    const { outcome, source, state } = bestOutcome(evidence, entry.mature, entry.repeat)
    expect([outcome, source, state]).toEqual(entry.expect)
  })
})

withAnswers('V19_coincidence', (answers) => {
  it('knows how many would be back anyway', () => {
    const withinWeek = coincidentalReturns(answers.daily_base_hazard, 7)
    expectSixDigits(
      {
        coincidental_within_7d: withinWeek,
        coincidental_within_1d: coincidentalReturns(answers.daily_base_hazard, 1),
        excess_repeat_share: 1 - answers.observed_p_no_repeat / (1 - withinWeek),
      },
      {
        coincidental_within_7d: answers.coincidental_within_7d,
        coincidental_within_1d: answers.coincidental_within_1d,
        excess_repeat_share: answers.excess_repeat_share,
      },
    )
  })
})

withAnswers('V20_target_realism', (answers) => {
  it('asks how realistic a target is', () => {
    const within = answers.peer_handle.filter((seconds) => seconds <= answers.target).length
    const realism = targetRealism(
      { legs: within, resolved: within },
      { legs: answers.peer_handle.length - within, resolved: 0 },
    )
    expectSixDigits(realism.within, { share: answers.share_within_target, count: 5, of: 40 })
    expect(percentile(sharesOf(answers.peer_handle), answers.target)).toBeCloseTo(
      answers.percentile_of_target,
      6,
    )
  })
})
