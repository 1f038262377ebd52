import { describe, expect, it } from 'vitest'
import { daysOfWeek, sayTrend, sayWeek, trendDrawing } from '../../web/balance/trend-drawing.ts'

const week = {
  startsOn: '2026-03-09',
  mature: 41,
  resolved: 34,
  expected: 29.2,
  excessPerHundred: 11.7 as number | null,
  isOpen: false,
  isOutside: false,
}
const limits = { mean: 1, low: -9, high: 11 }

describe('a week in words', () => {
  it('says counts before what they come to', () => {
    expect(sayWeek(week)).toBe(
      'Week of 9 March 2026: 34 of 41 resolved, 29 expected; 12 more in 100 than expected',
    )
  })

  it('has no point, and no number in a hundred, with too few calls', () => {
    const few = { ...week, mature: 12, resolved: 9, expected: 8.4, excessPerHundred: null }
    expect(sayWeek(few)).toBe(
      'Week of 9 March 2026: 9 of 12 resolved, 8.4 expected; too few calls for a point',
    )
    expect(sayWeek({ ...few, mature: 0 })).toContain('no call decided')
    expect(trendDrawing({ weeks: [few], limits }).weeks[0]!.value).toBeNull()
  })

  it('says what is open and what is outside', () => {
    expect(sayWeek({ ...week, isOpen: true })).toContain('not all outcomes are known yet')
    expect(sayWeek({ ...week, isOutside: true })).toContain('outside the limits')
  })
})

describe('weeks on the axis', () => {
  const weeks = ['2026-02-23', '2026-03-16', '2026-03-23'].map((startsOn) => ({
    ...week,
    startsOn,
  }))

  it('follow each other; a week without a call stands empty, and the line has a gap', () => {
    const drawn = trendDrawing({ weeks, limits }).weeks
    expect(drawn.map(({ key }) => key)).toEqual([
      ...['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'],
    ])
    expect(drawn.map(({ value }) => value === null)).toEqual([false, true, true, false, false])
    expect(drawn[1]!.words).toContain('no call decided')
    expect(trendDrawing({ weeks: [], limits: null }).weeks).toEqual([])
  })

  it('are seven days of a list each, from Monday to Sunday', () => {
    expect(daysOfWeek(week)).toEqual({ from: '2026-03-09', to: '2026-03-15' })
    expect(daysOfWeek({ startsOn: '2026-12-28' })).toEqual({ from: '2026-12-28', to: '2027-01-03' })
  })
})

describe('a trend in words', () => {
  it('tells signal from noise', () => {
    const outside = { ...week, isOutside: true }
    expect(sayTrend({ weeks: [week, week], limits })).toContain('noise')
    expect(sayTrend({ weeks: [week, outside], limits })).toMatch(/^One week lies outside/)
    expect(sayTrend({ weeks: [outside, week, outside], limits })).toMatch(/^2 weeks lie outside/)
  })

  it('says when it is too early', () => {
    const few = { ...week, excessPerHundred: null }
    expect(sayTrend({ weeks: [few], limits: null })).toContain('No week has enough calls')
    expect(sayTrend({ weeks: [week], limits: null })).toContain('Too few weeks')
    const withheld = { have: 3, need: 4 }
    expect(sayTrend({ weeks: [], limits: null, withheld })).toBe(
      'No week is compared: it takes at least 4 reps, and there are 3.',
    )
  })
})
