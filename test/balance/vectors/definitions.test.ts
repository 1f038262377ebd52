import { expect, it } from 'vitest'
import { handleSeconds } from '../../../shared/calls/handle-seconds.ts'
import { contactsPerResolution } from '../../../shared/balance/contacts-per-resolution.ts'
import { customerSatisfaction } from '../../../shared/balance/customer-satisfaction.ts'
import { firstContactResolution } from '../../../shared/balance/first-contact-resolution.ts'
import { handleTimeSummary } from '../../../shared/balance/handle-time-summary.ts'
import { occupancy } from '../../../shared/balance/occupancy.ts'
import { serviceLevel } from '../../../shared/balance/service-level.ts'
import { wilsonInterval } from '../../../shared/measure/wilson-interval.ts'
import { expectSixDigits, withAnswers } from './known-answers.ts'

withAnswers('V1_basics', (basics) => {
  it('adds up a leg from talk, hold and wrap', () => {
    const handle = basics.legs.map(({ talk, hold, acw }) =>
      handleSeconds({ talkSeconds: talk, holdSeconds: hold, wrapSeconds: acw }),
    )
    expect(handle).toEqual(basics.handle)
  })

  it('averages handle times in three ways', () => {
    expectSixDigits(handleTimeSummary(basics.handle), {
      legs: basics.handle.length,
      meanSeconds: basics.aht,
      medianSeconds: basics.median,
      geometricMeanSeconds: basics.geo_mean,
    })
  })

  it('tells gross from net first contact resolution', () => {
    const { first_contacts, resolved_first, not_resolvable, gross, net, wilson95 } = basics.fcr
    const resolution = firstContactResolution({
      mature: first_contacts,
      resolved: resolved_first,
      notResolvable: not_resolvable,
    })
    const [low, high] = wilson95
    expectSixDigits(resolution.gross, { share: gross, low, high, of: first_contacts })
    expectSixDigits(resolution.net, { share: net })
  })

  it('counts answers 4 and 5 as satisfied', () => {
    const { counts, csat, wilson95 } = basics.csat
    const [low, high] = wilson95
    expectSixDigits(customerSatisfaction(counts), { share: csat, low, high })
  })

  it('knows occupancy and the four service levels', () => {
    const counts = {
      answered: basics.service_level.answered,
      abandoned: basics.service_level.abandoned,
      answeredWithinTarget: basics.service_level.answered_in_T,
      abandonedWithinTarget: basics.service_level.aband_in_T,
    }
    expectSixDigits(
      {
        occupancy: occupancy(basics.occupancy.handle, basics.occupancy.available),
        answered: serviceLevel(counts, 'count_as_answered'),
        left: serviceLevel(counts, 'leave_out'),
        against: serviceLevel(counts, 'count_against'),
        byDefault: serviceLevel(counts),
      },
      {
        occupancy: basics.occupancy.occ,
        answered: basics.service_level.f1_positive,
        left: basics.service_level.f2_answered_only,
        against: basics.service_level.f3_negative,
        byDefault: basics.service_level.f4_ignore_short,
      },
    )
  })

  it('needs 1 / FCR contacts per issue where every contact resolves alike', () => {
    const { fcr, contacts_per_issue } = basics.geometric
    expect(contactsPerResolution(100, 100 * fcr)).toBeCloseTo(contacts_per_issue, 6)
  })
})

withAnswers('V15_wilson', ({ k, n, expect: [low, high] }) => {
  it('puts an interval around 6 of 8', () => {
    expectSixDigits(wilsonInterval(k, n), { low, high })
  })
})
