import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { standingLabels } from '../../shared/balance/standing-label.ts'
import { sigmoid } from '../../shared/measure/sigmoid.ts'
import { funnelDrawing, isOverdispersed } from '../../web/balance/funnel-drawing.ts'
import { isPlaced, standingDrawing } from '../../web/balance/standing-drawing.ts'
import { standingLooks } from '../../web/balance/standing-look.ts'
import {
  sayExcess,
  sayExpectedCount,
  sayLabel,
  sayRate,
  sayResolvedAndExpected,
  saySigned,
  sayTimeIndex,
} from '../../web/balance/standing-say.ts'
import { repStanding } from './rep-standings.ts'

const hrefOf = (repId: number) => `#rep-${repId}`
const drawn = (reps: RepStanding[], tau = 0.3) =>
  standingDrawing({ reps, usualRate: 0.7, tau, measure: 'same_issue_7d', hrefOf })

describe('a standing in words', () => {
  it('begins with its label, and says how many calls are missing', () => {
    expect(sayLabel('clearly_above', null)).toBe('Gets more of these calls resolved than usual')
    expect(sayLabel('not_enough_calls', 1_240)).toBe(
      'Not enough calls to tell; about 1,240 more needed',
    )
    expect(sayLabel('not_enough_calls', null)).toBe('Not enough calls to tell')
    expect(sayLabel('no_clear_difference', 12)).not.toContain('needed')
  })

  it('says counts as METHOD does', () => {
    const counts = { mature: 120, resolved: 91, expected: 72.4 }
    expect(sayResolvedAndExpected(counts, 'same_issue_7d')).toBe('91 resolved, 72 expected')
    expect(sayResolvedAndExpected(counts, 'return_24h')).toBe(
      '91 without a return within 24 hours, 72 expected',
    )
    expect([0, 5.72, 9.96, 10.4].map(sayExpectedCount)).toEqual(['0', '5.7', '10', '10'])
  })

  it('says a percentage from ten calls on, and a count below', () => {
    expect(sayRate(repStanding({ mature: 120 }))).toBe('78 %')
    expect(sayRate(repStanding({ mature: 8, resolved: 6 }))).toBe('6 of 8')
    const tooFew = { have: 8, need: 10 }
    expect(sayRate(repStanding({ mature: 8, resolved: 6, tooFew, standardizedRate: null }))).toBe(
      '6 of 8',
    )
    expect(sayRate(repStanding({ mature: 0, resolved: 0 }))).toBe('no calls yet')
  })

  it('never says a percentage of fewer than ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (mature) => {
        const said = sayRate(repStanding({ mature, resolved: mature }))
        expect(said).not.toContain('%')
      }),
    )
  })

  it('has a real minus, and no sign where it rounds to nothing', () => {
    expect([0.42, -0.1, 0, -0.001].map((value) => saySigned(value))).toEqual([
      '+0.42',
      '−0.10',
      '0.00',
      '0.00',
    ])
  })

  it('describes time without good or bad', () => {
    expect([1.2, 0.9, 1.004].map(sayTimeIndex)).toEqual([
      'about 20 % longer than colleagues',
      'about 10 % shorter than colleagues',
      'as long as colleagues',
    ])
  })

  it('says calls in a hundred', () => {
    expect([12.4, -3.2, 0.01, 0.4].map(sayExcess)).toEqual([
      '12 more in 100 than expected',
      '3 fewer in 100 than expected',
      'as many as expected',
      '0.4 more in 100 than expected',
    ])
  })
})

describe('the forms of labels', () => {
  it('differ without colour', () => {
    const forms = standingLabels.map((label) => standingLooks[label].look)
    expect(new Set(forms).size).toBe(standingLabels.length)
  })
})

describe('outcome beside time', () => {
  it('puts the usual at 0 and twice as long at 1', () => {
    const timeIndex = { value: 2, low: 1, high: 4, legs: 40 }
    const [mark] = drawn([repStanding({ timeIndex })]).marks
    expect(mark!.time).toEqual({ at: 1, low: 0, high: 2 })
    expect(mark!.rate.at).toBe(0.78)
    expect(mark!.words.replaceAll('\u00a0', ' ')).toContain('91 resolved, 72 expected')
  })

  it('draws nobody with fewer than ten calls on either axis', () => {
    const few = [
      repStanding({ mature: 9 }),
      repStanding({ standardizedRate: null }),
      repStanding({ timeIndex: null }),
      repStanding({ timeIndex: { value: 1, low: 0.9, high: 1.1, legs: 9 } }),
    ]
    expect(few.map(isPlaced)).toEqual([false, false, false, false])
    expect(drawn(few).marks).toEqual([])
  })

  it('has the same look whatever the time', () => {
    const looks = [0.5, 1, 3].map((value) => {
      const timeIndex = { value, low: value * 0.9, high: value * 1.1, legs: 50 }
      const { look, colour } = drawn([repStanding({ timeIndex })]).marks[0]!
      return { look, colour }
    })
    expect(looks[1]).toEqual(looks[0])
    expect(looks[2]).toEqual(looks[0])
  })

  it('has a box around the usual: τ in height, the same distance on both sides in width', () => {
    const reps = [0.8, 0.9, 1, 1.1, 1.3].map((value, place) =>
      repStanding({
        rep: { id: place + 1, name: `Rep ${place}` },
        timeIndex: { value, low: value * 0.9, high: value * 1.1, legs: 50 },
      }),
    )
    const { ordinary } = drawn(reps, 0.3)
    expect(ordinary!.rate.low).toBeCloseTo(sigmoid(Math.log(0.7 / 0.3) - 0.3))
    expect(ordinary!.rate.high).toBeCloseTo(sigmoid(Math.log(0.7 / 0.3) + 0.3))
    expect(ordinary!.time!.low).toBe(-ordinary!.time!.high)
    expect(drawn(reps.slice(0, 4)).ordinary!.time).toBeNull()
  })
})

describe('the funnel', () => {
  const reps = [60, 120, 300].map((mature, place) => {
    const sd = (100 * Math.sqrt(0.21 * mature)) / mature
    return repStanding({
      rep: { id: place + 1, name: `Rep ${place}` },
      mature,
      funnel: { excessPerHundred: 1, within95: 1.959964 * sd, within998: 3.090232 * sd },
    })
  })
  const { marks, curve } = funnelDrawing({ reps, measure: 'same_issue_7d', hrefOf })

  it('goes through the limits of reps with the average mix', () => {
    for (const mark of marks) {
      const limit = curve.find(({ count }) => count >= mark.count)!
      const atMark = limit.within95 * Math.sqrt(limit.count / mark.count)
      expect(atMark).toBeCloseTo(mark.within95, 4)
      expect(limit.within998 / limit.within95).toBeCloseTo(3.090232 / 1.959964, 4)
    }
  })

  it('narrows with the number of calls', () => {
    const widths = curve.map(({ within95 }) => within95)
    expect(widths).toEqual(widths.toSorted((one, other) => other - one))
  })

  it('leaves out who has fewer than ten calls, and draws no curve of nobody', () => {
    const few = [repStanding({ mature: 9 }), repStanding({ funnel: null })]
    expect(funnelDrawing({ reps: few, measure: 'same_issue_7d', hrefOf })).toEqual({
      marks: [],
      curve: [],
    })
  })

  it('says when differences exceed chance: above 3', () => {
    expect([null, 3, 3.01].map(isOverdispersed)).toEqual([false, false, true])
  })
})
