import { expect, it } from 'vitest'
import { bunching } from '../../../shared/balance/bunching.ts'
import { costOfRepeating } from '../../../shared/balance/cost-of-repeating.ts'
import { downstreamCost } from '../../../shared/balance/downstream-cost.ts'
import { minutesLedger } from '../../../shared/balance/minutes-ledger.ts'
import { returnsAcrossTarget } from '../../../shared/balance/returns-across-target.ts'
import { returnsPastWindow } from '../../../shared/balance/returns-past-window.ts'
import { secondsAvoided } from '../../../shared/balance/seconds-avoided.ts'
import { transfersNearTarget } from '../../../shared/balance/transfers-near-target.ts'
import { xmrLimits } from '../../../shared/balance/xmr-limits.ts'
import { isTooFew } from '../../../shared/measure/too-few.ts'
import { expectSixDigits, withAnswers } from './known-answers.ts'

withAnswers('V9_downstream', (answers) => {
  it('knows what usually comes after a call', () => {
    const cost = downstreamCost({
      legs: answers.n,
      notResolved: answers.n_unresolved,
      downstreamSecondsSum: answers.sum_D,
      downstreamSecondsSquareSum: answers.sum_D2,
    })
    expectSixDigits(cost, {
      secondsAfterNotResolved: answers.dbar_sec,
      seconds: answers.expected_D_sec,
      standardErrorSeconds: answers.se,
      low: answers.lo95,
      high: answers.hi95,
    })
  })

  it('values a leg at standard cost', () => {
    const standard = { p: answers.p, downstreamSeconds: answers.dbar_sec }
    expect(secondsAvoided(standard, 1)).toBeCloseTo(answers.ledger_resolved_sec, 6)
    expect(secondsAvoided(standard, 0)).toBeCloseTo(answers.ledger_unresolved_sec, 6)
  })
})

withAnswers('V9_ledger', (answers) => {
  it('adds a ledger up, with its interval', () => {
    const ledger = minutesLedger(
      answers.calls_dbar_p_y.map(([downstreamSeconds, p, y]) => ({ downstreamSeconds, p, y })),
    )
    expectSixDigits(ledger, {
      savedSeconds: answers.net_saved_sec,
      standardErrorSeconds: answers.se,
      low: answers.lo95,
      high: answers.hi95,
    })
  })
})

withAnswers('V10_breakeven', ({ short_min, rows, mixed }) => {
  // The answers give break-even probabilities to six digits, hence the looser comparison.
  it.each(rows)('short calls at p $p_short', ({ p_short, total_min, contacts }) => {
    const cost = costOfRepeating(60 * short_min, p_short)
    expect(cost.seconds / 60).toBeCloseTo(total_min, 3)
    expect(cost.contacts).toBeCloseTo(contacts, 3)
  })

  it('sets the extra minutes of a long call beside the avoided ones', () => {
    const total = ({ m, p, d }: { m: number; p: number; d: number }) =>
      m + secondsAvoided({ p, downstreamSeconds: d }, 1)
    expect(total(mixed)).toBeCloseTo(mixed.T, 6)
    expect(total(mixed.long)).toBeCloseTo(mixed.long.T, 6)
    expect(mixed.long.m - mixed.m - (total(mixed.long) - total(mixed))).toBeCloseTo(
      mixed.avoided,
      6,
    )
  })
})

withAnswers('V13_bunching', ({ lo, width, target, ...answers }) => {
  it.each([
    ['with', answers.counts, answers.expect, true],
    ['without', answers.null_counts, answers.null_expect, false],
  ] as const)('tells counts %s manipulation', (_, counts, answer, flagged) => {
    const found = bunching({ fromSeconds: lo, widthSeconds: width, counts }, target)!
    const { flagged: isFlagged, ...numbers } = found
    expectSixDigits(numbers, {
      excess: answer.excess,
      excessBins: answer.b,
      standardError: answer.se,
      z: answer.z,
      fitted: answer.counterfactual,
      observed: answer.observed,
      ratio: answer.ratio,
    })
    expect(isFlagged).toBe(flagged)
  })
})

withAnswers('V13_discontinuity', ({ repeat_below, repeat_above, diff_lo_hi }) => {
  it('compares returns under and over a target', () => {
    const countOf = ([count, of]: [number, number]) => ({ count, of })
    const { flagged, ...numbers } = returnsAcrossTarget(
      countOf(repeat_below),
      countOf(repeat_above),
    )!
    const [difference, low, high] = diff_lo_hi
    expectSixDigits(numbers, { difference, low, high })
    expect(flagged).toBe(true)
  })
})

withAnswers('V13_transfer_hazard', (answers) => {
  it('expects as many transfers as around the target', () => {
    const found = transfersNearTarget(
      { transfers: answers.O, atRiskSeconds: answers.at_risk_sec },
      { transfers: answers.neighbour_transfers, atRiskSeconds: answers.neighbour_sec },
    )!
    expectSixDigits(found, {
      expected: answers.E,
      ratio: answers.ratio,
      probability: answers.p_upper,
    })
  })
})

withAnswers('V13_window_edge', ({ late, before, ratio, wilson_share: [low, high] }) => {
  it('sees returns that wait for the window to close', () => {
    const found = returnsPastWindow(late, before)!
    expectSixDigits({ ratio: found.ratio, ...found.lateShare }, { ratio, low, high })
    expect(found.flagged).toBe(true)
  })
})

withAnswers('V14_xmr', ({ x, expect: answer, last_outside }) => {
  it('tells a signal from noise', () => {
    const limits = xmrLimits(x.slice(0, -1))
    if (isTooFew(limits)) throw new Error('eleven points are enough')
    expectSixDigits(limits, {
      mean: answer.mean,
      movingRangeMean: answer.mr_bar,
      low: answer.lnpl,
      high: answer.unpl,
      rangeHigh: answer.url,
    })
    expect(x.at(-1)! > limits.high).toBe(last_outside)
  })
})
