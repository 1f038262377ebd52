import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantText } from '../../server/database/instant-text.ts'

it('writes any instant as toISOString does, whatever day the one before was of', () => {
  const instant = fc.date({ noInvalidDate: true })
  const near = fc.integer({ min: -100_000_000, max: 100_000_000 })
  fc.assert(
    fc.property(instant, near, (date, beside) => {
      const others = [date.getTime(), Math.abs(date.getTime()) % 1e12, beside, beside + 1]
      for (const at of others) expect(instantText(at)).toBe(new Date(at).toISOString())
    }),
    { numRuns: 2_000 },
  )
})
