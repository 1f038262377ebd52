import { describe, expect, it } from 'vitest'
import { bunching } from '../../shared/balance/bunching.ts'
import { contactsPerResolution } from '../../shared/balance/contacts-per-resolution.ts'
import { downstreamCost } from '../../shared/balance/downstream-cost.ts'
import { excessPerHundred } from '../../shared/balance/excess-per-hundred.ts'
import { expectedResolution } from '../../shared/balance/expected-resolution.ts'
import { funnelLimits } from '../../shared/balance/funnel-limits.ts'
import { handleTimePerResolution } from '../../shared/balance/handle-time-per-resolution.ts'
import { handleTimeSummary } from '../../shared/balance/handle-time-summary.ts'
import { kaplanMeier } from '../../shared/balance/kaplan-meier.ts'
import { minutesLedger } from '../../shared/balance/minutes-ledger.ts'
import { occupancy } from '../../shared/balance/occupancy.ts'
import { pooledLogSd } from '../../shared/balance/pooled-log-sd.ts'
import { provisionalRate } from '../../shared/balance/provisional-rate.ts'
import { returnsAcrossTarget } from '../../shared/balance/returns-across-target.ts'
import { returnsPastWindow } from '../../shared/balance/returns-past-window.ts'
import { roganGladen } from '../../shared/balance/rogan-gladen.ts'
import { serviceLevel } from '../../shared/balance/service-level.ts'
import { transfersNearTarget } from '../../shared/balance/transfers-near-target.ts'
import { xmrLimits } from '../../shared/balance/xmr-limits.ts'

describe('a number is withheld', () => {
  it('where it would divide by nothing', () => {
    expect(contactsPerResolution(3, 0)).toBeNull()
    expect(excessPerHundred({ legs: 0, resolved: 0, expected: 0 })).toBeNull()
    expect(funnelLimits({ legs: 0, variance: 0 })).toBeNull()
    expect(occupancy(0, 0)).toBeNull()
    expect(provisionalRate({ resolved: 0, notResolved: 0, pending: [] })).toBeNull()
    expect(
      serviceLevel({
        answered: 0,
        abandoned: 2,
        answeredWithinTarget: 0,
        abandonedWithinTarget: 2,
      }),
    ).toBeNull()
  })

  it('where it would rest on too little, saying how much it takes', () => {
    expect(handleTimePerResolution([600])).toEqual({ have: 1, need: 2 })
    expect(handleTimeSummary([])).toEqual({ have: 0, need: 1 })
    expect(xmrLimits([1])).toEqual({ have: 1, need: 2 })
    const none = { notResolved: 0, downstreamSecondsSum: 0, downstreamSecondsSquareSum: 0 }
    expect(downstreamCost({ legs: 1, ...none })).toEqual({ have: 1, need: 2 })
  })

  it('where others have no such calls', () => {
    expect(expectedResolution([])).toBeNull()
    expect(
      expectedResolution([
        { legs: 0, resolved: 0 },
        { legs: 0, resolved: 0 },
      ]),
    ).toBeNull()
    expect(pooledLogSd([{ legs: 1, microLogSum: 5n, microLogSquareSum: 25n }])).toBeNull()
  })

  it('where a proxy tells nothing', () => {
    expect(roganGladen(0.7, 0.5, 0.5)).toBeNull()
    expect(roganGladen(0.05, 0.9, 0.9)).toBe(0)
  })

  it('where a detector has nothing to compare with', () => {
    expect(returnsAcrossTarget({ count: 0, of: 0 }, { count: 1, of: 9 })).toBeNull()
    expect(returnsPastWindow(4, 0)).toBeNull()
    const near = { transfers: 3, atRiskSeconds: 500 }
    expect(transfersNearTarget(near, { transfers: 0, atRiskSeconds: 900 })).toBeNull()
    expect(transfersNearTarget(near, { transfers: 0, atRiskSeconds: 0 })).toBeNull()
    const bins = { fromSeconds: 150, widthSeconds: 10 }
    expect(bunching({ ...bins, counts: [5, 9, 12] }, 180)).toBeNull()
    expect(bunching({ ...bins, counts: Array<number>(40).fill(0) }, 180)).toBeNull()
    expect(bunching({ ...bins, counts: Array<number>(40).fill(7) }, 9000)).toBeNull()
  })
})

describe('zero is a number', () => {
  it('where nothing was lost or saved', () => {
    const all = { legs: 20, notResolved: 0, downstreamSecondsSum: 0, downstreamSecondsSquareSum: 0 }
    expect(downstreamCost(all)).toMatchObject({ seconds: 0, secondsAfterNotResolved: null })
    expect(minutesLedger([])).toMatchObject({ legs: 0, savedSeconds: 0 })
  })

  it('holds expected probabilities away from certainty', () => {
    expect(expectedResolution([{ legs: 900, resolved: 900 }])).toBe(0.98)
    expect(expectedResolution([{ legs: 900, resolved: 0 }])).toBe(0.02)
  })

  it('keeps the survival curve at 1 before anybody is at risk', () => {
    expect(kaplanMeier([], 2).map(({ share, atRisk }) => [share, atRisk])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })
})
