import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyedHasher } from '../../server/calls/keyed-hash.ts'

it('is the first half of what the library makes of any key and text, one after the other', () => {
  const key = fc.uint8Array({ maxLength: 200 })
  const text = fc.string({ unit: 'grapheme', maxLength: 3_000 })
  fc.assert(
    fc.property(key, fc.array(text, { maxLength: 4 }), (bytes, texts) => {
      const hash = keyedHasher(Buffer.from(bytes))
      for (const each of [...texts, 'x'.repeat(9_000), 'half \ud800 a pair', '']) {
        const whole = createHmac('sha256', bytes).update(each).digest('hex')
        expect(hash(each)).toBe(whole.slice(0, 32))
      }
    }),
  )
})
