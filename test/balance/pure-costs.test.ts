import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coincidentalReturns } from '../../shared/balance/coincidental-returns.ts'
import { costOfRepeating } from '../../shared/balance/cost-of-repeating.ts'
import { downstreamCost } from '../../shared/balance/downstream-cost.ts'
import { expectedDownstreamSeconds } from '../../shared/balance/expected-downstream.ts'
import { minutesLedger } from '../../shared/balance/minutes-ledger.ts'
import { pendingProbability } from '../../shared/balance/pending-probability.ts'
import { provisionalRate } from '../../shared/balance/provisional-rate.ts'
import { roganGladen } from '../../shared/balance/rogan-gladen.ts'
import { secondsAvoided } from '../../shared/balance/seconds-avoided.ts'

const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true })
const downstreamSeconds = fc.double({ min: 0, max: 5000, noNaN: true })

describe('seconds saved', () => {
  it('are none on average where calls end as expected', () => {
    fc.assert(
      fc.property(probability, downstreamSeconds, (p, downstreamSeconds) => {
        const kind = { p, downstreamSeconds }
        const [saved, lost] = [secondsAvoided(kind, 1), secondsAvoided(kind, 0)]
        expect(p * saved + (1 - p) * lost).toBeCloseTo(0, 8)
        expect(saved - lost).toBeCloseTo(downstreamSeconds, 8)
      }),
    )
  })

  it('spread in a ledger as chance alone spreads them', () => {
    const leg = fc.record({ p: probability, downstreamSeconds })
    fc.assert(
      fc.property(leg, leg, (a, b) => {
        const endings = [0, 1].flatMap((ya) => [0, 1].map((yb) => [ya, yb] as [0 | 1, 0 | 1]))
        const square = endings.reduce((sum, [ya, yb]) => {
          const chance = (ya === 1 ? a.p : 1 - a.p) * (yb === 1 ? b.p : 1 - b.p)
          return sum + chance * (secondsAvoided(a, ya) + secondsAvoided(b, yb)) ** 2
        }, 0)
        const ledger = minutesLedger([
          { ...a, y: 1 },
          { ...b, y: 0 },
        ])
        expect(ledger.standardErrorSeconds).toBeCloseTo(Math.sqrt(square), 6)
        expect(ledger.savedSeconds).toBeCloseTo(secondsAvoided(a, 1) + secondsAvoided(b, 0), 9)
      }),
    )
  })

  it('come with the interval they leave open', () => {
    const ledger = minutesLedger([{ p: 0.5, downstreamSeconds: 200, y: 1 }])
    expect(ledger).toEqual({
      legs: 1,
      savedSeconds: 100,
      standardErrorSeconds: 100,
      low: expect.closeTo(-95.996, 3) as number,
      high: expect.closeTo(295.996, 3) as number,
    })
  })
})

describe('what comes after a call', () => {
  it('is an average over all calls, and another over those not resolved', () => {
    const later = { downstreamSecondsSum: 1800, downstreamSecondsSquareSum: 1_800_000 }
    expect(downstreamCost({ legs: 4, notResolved: 2, ...later })).toEqual({
      secondsAfterNotResolved: 900,
      seconds: 450,
      standardErrorSeconds: expect.closeTo(287.228, 3) as number,
      low: expect.closeTo(-112.957, 3) as number,
      high: expect.closeTo(1012.957, 3) as number,
    })
  })

  it('has no spread where all calls lead to the same, whatever rounding leaves of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), downstreamSeconds, (legs, seconds) => {
        const cost = downstreamCost({
          legs,
          notResolved: legs,
          downstreamSecondsSum: legs * seconds,
          downstreamSecondsSquareSum: legs * seconds * seconds,
        })
        expect('need' in cost ? null : cost.standardErrorSeconds).toBeCloseTo(0, 2)
      }),
    )
  })

  it('is expected from others, a thin kind leaning on the wider one', () => {
    const wide = { notResolved: 100, downstreamSecondsSum: 60_000 }
    expect(expectedDownstreamSeconds([wide])).toBe(600)
    expect(expectedDownstreamSeconds([wide, { notResolved: 0, downstreamSecondsSum: 0 }])).toBe(600)
    expect(
      expectedDownstreamSeconds([wide, { notResolved: 20, downstreamSecondsSum: 20_000 }]),
    ).toBe(800)
    expect(expectedDownstreamSeconds([{ notResolved: 0, downstreamSecondsSum: 0 }])).toBeNull()
  })

  it('is calling until it is solved: the sum over all numbers of contacts', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1, noNaN: true }), (p) => {
        let contacts = 0
        for (let k = 1; k <= 400; k += 1) contacts += k * p * (1 - p) ** (k - 1)
        const cost = costOfRepeating(180, p)
        expect(cost.contacts).toBeCloseTo(contacts, 9)
        expect(cost.seconds).toBeCloseTo(180 * contacts, 6)
      }),
    )
  })
})

describe('open calls', () => {
  it('become more probably resolved the longer nobody comes back', () => {
    expect(pendingProbability(0.7, 0)).toBeCloseTo(0.7, 12)
    expect(pendingProbability(0.7, 0.35)).toBeCloseTo(0.782123, 6)
    expect(pendingProbability(0.7, 1)).toBe(1)
  })

  it('keep the rate without bias: whoever is still to return is among them', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(probability, share, (p, returnedByAge) => {
        const calls = 1000
        const notResolved = calls * (1 - p) * returnedByAge
        const still = calls - notResolved
        const pending = pendingProbability(p, returnedByAge)
        expect(pending * still).toBeCloseTo(calls * p, 6)
      }),
    )
  })

  it('count in a provisional rate as much as they are probable', () => {
    const rate = provisionalRate({ resolved: 6, notResolved: 2, pending: [0.75, 0.25] })
    expect(rate).toBeCloseTo(0.7, 12)
    expect(provisionalRate({ resolved: 0, notResolved: 3, pending: [] })).toBe(0)
  })
})

describe('a proxy', () => {
  it('is undone by what an audit says of it', () => {
    const good = fc.double({ min: 0.55, max: 1, noNaN: true })
    fc.assert(
      fc.property(probability, good, good, (rate, sensitivity, specificity) => {
        const seen = rate * sensitivity + (1 - rate) * (1 - specificity)
        expect(roganGladen(seen, sensitivity, specificity)).toBeCloseTo(rate, 9)
      }),
    )
    expect(roganGladen(0.99, 0.9, 0.9)).toBe(1)
    expect(roganGladen(0.7, 0.4, 0.5)).toBeNull()
  })

  it('counts those who would be back anyway, day by day', () => {
    const days = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.5, noNaN: true }), days, days, (hazard, a, b) => {
        const away = (days: number) => 1 - coincidentalReturns(hazard, days)
        expect(away(a + b)).toBeCloseTo(away(a) * away(b), 12)
        expect(away(1)).toBeCloseTo(1 - hazard, 12)
      }),
    )
  })
})
