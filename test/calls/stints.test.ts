import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legsOf, type Stint, stintOf } from '../../server/calls/stints.ts'
import { handleSeconds } from '../../shared/calls/handle-seconds.ts'
import { legRecord } from '../world/records.ts'

type Seconds = Partial<
  Pick<Stint, 'talkSeconds' | 'holdSeconds' | 'wrapSeconds' | 'talkIncludesHold'>
>

/** The one leg of a rep whose stints these are. */
const legOf = (...stints: Seconds[]) => {
  const [leg] = legsOf(
    stints.map((seconds) => {
      const given = { talkSeconds: null, holdSeconds: null, wrapSeconds: null, ...seconds }
      return stintOf(legRecord({ rep: 'ana', ...given }))
    }),
    null,
    ({ alias }) => alias,
  )
  return { ...leg!.stint, ...leg! }
}

describe('stints of which only some count hold as talk', () => {
  const beside = { talkSeconds: 100, holdSeconds: 20, talkIncludesHold: false }

  it('lose no hold, whichever comes first', () => {
    const unheld = { talkSeconds: 50, wrapSeconds: 5, talkIncludesHold: true }
    for (const leg of [legOf(beside, unheld), legOf(unheld, beside)]) {
      expect(leg).toMatchObject({ talkSeconds: 150, holdSeconds: 20, handleSeconds: 175 })
    }
  })

  it('become one of talk beside hold', () => {
    const within = { talkSeconds: 50, holdSeconds: 30, talkIncludesHold: true }
    expect(legOf(beside, within)).toMatchObject({
      ...{ talkSeconds: 120, holdSeconds: 50, talkIncludesHold: false, handleSeconds: 170 },
    })
    expect(legOf(within, within)).toMatchObject({
      ...{ talkSeconds: 100, holdSeconds: 60, talkIncludesHold: true, handleSeconds: 100 },
    })
  })

  it('take as long together as one by one, whatever is known of them', () => {
    const seconds = fc.option(fc.nat({ max: 500 }))
    const stint = fc.record({
      ...{ talkSeconds: seconds, holdSeconds: seconds, wrapSeconds: seconds },
      talkIncludesHold: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(stint, { minLength: 1, maxLength: 5 }), (stints) => {
        const known = stints.map(handleSeconds).filter((each) => each !== null)
        const sum = known.length === 0 ? null : known.reduce((total, each) => total + each, 0)
        expect(legOf(...stints).handleSeconds).toBe(sum)
      }),
    )
  })
})
