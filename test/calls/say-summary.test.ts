import { describe, expect, test } from 'vitest'
import { type Summary } from '../../shared/calls/contract.ts'
import { sayHandleTime, sayLegs, sayRestsOn, sayValue } from '../../web/calls/say-summary.ts'

const share = { count: 134, of: 200, low: 0.602167, high: 0.731426 }
const few = { count: 6, of: 8, tooFew: { have: 8, need: 10 } }
const none = { count: 0, of: 0, tooFew: { have: 0, need: 10 } }

const summary: Summary = {
  watermark: '2026-03-09T10:00:00Z',
  legs: 12_431,
  outcomes: {
    resolved: 9_000,
    notResolved: 2_000,
    open: 1_000,
    handedOn: 400,
    notLinkable: 31,
    notCounted: 0,
  },
  resolvedShare: share,
  returnWithin24h: share,
  underTenSeconds: few,
  handleTime: {
    count: 5,
    meanSeconds: 482,
    meanLowSeconds: null,
    meanHighSeconds: null,
    medianSeconds: 220,
  },
  classes: {
    efficient: 0,
    solved: 0,
    extra_mile: 0,
    hurried: 0,
    not_yet_solved: 0,
    needs_support: 0,
    outcome_pending: 0,
    handed_on: 0,
    not_linkable: 0,
    not_counted: 0,
  },
}

describe('a share', () => {
  test('comes with its counts and its interval', () => {
    expect(sayValue(share)).toBe('67 %')
    expect(sayRestsOn(share, 'whose 7 days are over')).toBe(
      '134 of 200 whose 7 days are over; about 95 % sure of 60 – 73 %',
    )
  })

  test('is no percentage under ten, and nothing where nothing is known', () => {
    expect(sayValue(few)).toBe('6 of 8')
    expect(sayRestsOn(few, 'whose 7 days are over')).toBe(
      'whose 7 days are over; too few for a percentage',
    )
    expect(sayValue(none)).toBe('not known yet')
    expect(sayRestsOn(none, 'whose 7 days are over')).toBe('none whose 7 days are over yet')
  })

  test('says a narrow interval with the decimal that tells its ends apart', () => {
    const narrow = { count: 360, of: 19_810, low: 0.0164, high: 0.0201 }
    expect(sayRestsOn(narrow, 'in all')).toBe(
      '360 of 19,810 in all; about 95 % sure of 1.6 – 2.0 %',
    )
  })
})

test('a share that is nearly nothing or nearly everything is not said to be it', () => {
  expect(sayValue({ ...share, count: 97, of: 28_147 })).toBe('under 1 %')
  expect(sayValue({ ...share, count: 0, of: 28_147 })).toBe('0 %')
  expect(sayValue({ ...share, count: 28_146, of: 28_147 })).toBe('over 99 %')
})

describe('the handle time', () => {
  test('never stands without what became of the calls', () => {
    expect(sayHandleTime(summary)).toEqual({
      value: '8 min 2 s on average',
      restsOn: '5 legs, 67 % of the decided ones stayed resolved; half take less than 3 min 40 s',
    })
    expect(sayHandleTime({ ...summary, resolvedShare: few })?.restsOn).toContain(
      '6 of 8 of the decided ones stayed resolved',
    )
    expect(sayHandleTime({ ...summary, resolvedShare: none })?.restsOn).toContain(
      'no outcome decided yet',
    )
  })

  test('comes with its interval where there is one', () => {
    const sure = { ...summary.handleTime, meanLowSeconds: 470.4, meanHighSeconds: 493.9 }
    expect(sayHandleTime({ ...summary, handleTime: sure })?.restsOn).toMatch(
      /about 95 % sure of 7 min 50 s – 8 min 14 s$/,
    )
  })

  test('is left out where none was recorded', () => {
    const unknown = { ...summary.handleTime, count: 0, meanSeconds: null, medianSeconds: null }
    expect(sayHandleTime({ ...summary, handleTime: unknown })).toBeNull()
  })
})

test('the legs are counted by what became of them', () => {
  expect(sayLegs(summary)).toBe(
    '12,431 legs: 9,000 resolved, 2,000 not resolved, 1,000 with the outcome pending, 400 handed on, 31 not linkable.',
  )
})
