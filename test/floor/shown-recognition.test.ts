import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RecognitionReason } from '../../shared/balance/automatic-recognition.ts'
import { shownRecognition } from '../../shared/floor/shown-recognition.ts'
import { sayRecognition } from '../../web/floor/say-floor.ts'

const aCall = fc.record({
  reasons: fc.subarray<RecognitionReason>(['extra_mile', 'chain_ended'], { minLength: 1 }),
  handleSeconds: fc.option(fc.integer({ min: 0, max: 14_400 })),
  issue: fc.option(fc.constantFrom('no internet', 'invoice')),
})

test('a call that took 28 minutes and was solved says so', () => {
  const given = { reasons: ['extra_mile', 'chain_ended'] as const, handleSeconds: 1_680 }
  const shown = shownRecognition('a', { ...given, issue: 'no internet' })
  expect(shown).toEqual({ id: 'a', minutes: 28, issue: 'no internet' })
  expect(sayRecognition(shown)).toBe('28 minutes, solved for good: no internet')
})

test('minutes are said of calls that are recognized for them, and never without the outcome', () => {
  fc.assert(
    fc.property(aCall, (call) => {
      const shown = shownRecognition('a', call)
      const isLong = call.reasons.includes('extra_mile') && call.handleSeconds !== null
      expect(shown.minutes === null).toBe(!isLong)
      if (shown.minutes !== null) {
        expect(shown.minutes).toBeGreaterThanOrEqual(1)
        expect(Math.abs(shown.minutes * 60 - call.handleSeconds!)).toBeLessThanOrEqual(60)
      }
      const said = sayRecognition(shown)
      expect(said.toLowerCase()).toContain('solved for good')
      expect(/\d/.test(said)).toBe(isLong)
    }),
  )
})
