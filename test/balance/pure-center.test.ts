import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactsPerResolution } from '../../shared/balance/contacts-per-resolution.ts'
import { customerSatisfaction } from '../../shared/balance/customer-satisfaction.ts'
import { firstContactResolution } from '../../shared/balance/first-contact-resolution.ts'
import { handleTimeSummary } from '../../shared/balance/handle-time-summary.ts'
import { occupancy } from '../../shared/balance/occupancy.ts'
import { serviceLevel } from '../../shared/balance/service-level.ts'
import { targetRealism } from '../../shared/balance/target-realism.ts'

describe('service level', () => {
  it('has four forms, of which the one meant has to be said', () => {
    const counts = {
      answered: 1000,
      abandoned: 60,
      answeredWithinTarget: 860,
      abandonedWithinTarget: 20,
    }
    expect(serviceLevel(counts)).toBeCloseTo(0.826923, 6)
    expect(serviceLevel(counts, 'ignore_short')).toBe(serviceLevel(counts))
    expect(serviceLevel(counts, 'count_as_answered')).toBeCloseTo(0.830189, 6)
    expect(serviceLevel(counts, 'leave_out')).toBe(0.86)
    expect(serviceLevel(counts, 'count_against')).toBeCloseTo(0.811321, 6)
  })

  it('is one number in all forms where nobody hangs up', () => {
    const count = fc.nat(500)
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 500 }), (inTime, late) => {
        const counts = {
          answered: inTime + late,
          abandoned: 0,
          answeredWithinTarget: inTime,
          abandonedWithinTarget: 0,
        }
        const forms = ['count_as_answered', 'leave_out', 'count_against'] as const
        for (const form of forms) expect(serviceLevel(counts, form)).toBe(serviceLevel(counts))
      }),
    )
  })

  it('is never lower for callers who hang up in time than for callers who hang up late', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), (inTime, late, quick, slow) => {
        const counts = {
          answered: inTime + late + 1,
          abandoned: quick + slow,
          answeredWithinTarget: inTime,
          abandonedWithinTarget: quick,
        }
        const [against, ignored] = [serviceLevel(counts, 'count_against')!, serviceLevel(counts)!]
        expect(against).toBeLessThanOrEqual(ignored)
        expect(ignored).toBeLessThanOrEqual(serviceLevel(counts, 'leave_out')!)
        expect(ignored).toBeLessThanOrEqual(serviceLevel(counts, 'count_as_answered')!)
      }),
    )
  })
})

describe('definitions', () => {
  it('have three averages of handle time, the mean among them', () => {
    const summary = handleTimeSummary([220, 120, 1680, 80, 310])
    expect(summary).toMatchObject({ legs: 5, meanSeconds: 482, medianSeconds: 220 })
    expect(summary).toMatchObject({
      geometricMeanSeconds: expect.closeTo(256.01946, 5) as number,
    })
  })

  it('take a leg of no seconds for one second where logarithms are averaged', () => {
    expect(handleTimeSummary([0, 100])).toMatchObject({
      meanSeconds: 50,
      geometricMeanSeconds: expect.closeTo(10, 12) as number,
    })
  })

  it('tell gross from net first contact resolution, each withheld by itself', () => {
    const counts = { mature: 200, resolved: 134, notResolvable: 20 }
    expect(firstContactResolution(counts)).toMatchObject({
      gross: { share: 0.67, count: 134, of: 200 },
      net: { share: expect.closeTo(0.744444, 6) as number, count: 134, of: 180 },
    })
    expect(firstContactResolution({ mature: 12, resolved: 6, notResolvable: 4 })).toMatchObject({
      gross: { share: 0.5 },
      net: { have: 8, need: 10 },
    })
  })

  it('call answers 4 and 5 satisfied', () => {
    const answers = { 5: 42, 4: 32, 3: 10, 2: 9, 1: 14 }
    expect(customerSatisfaction(answers)).toMatchObject({
      share: expect.closeTo(0.691589, 6) as number,
      count: 74,
      of: 107,
    })
    expect(customerSatisfaction({ 5: 1, 4: 2, 3: 3, 2: 1, 1: 2 })).toEqual({ have: 9, need: 10 })
  })

  it('know occupancy and contacts per resolution', () => {
    expect(occupancy(18_000, 6000)).toBe(0.75)
    expect(occupancy(0, 6000)).toBe(0)
    expect(contactsPerResolution(9, 7)).toBeCloseTo(1.285714, 6)
  })

  it('ask of a target how many meet it and how many of those stay resolved', () => {
    const realism = targetRealism({ legs: 5, resolved: 3 }, { legs: 35, resolved: 28 })
    expect(realism).toMatchObject({
      within: { share: 0.125, count: 5, of: 40 },
      resolvedWithin: { have: 5, need: 10 },
      resolvedBeyond: { share: 0.8, count: 28, of: 35 },
    })
  })
})
