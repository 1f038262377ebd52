import { describe, expect, it } from 'vitest'
import { openSeal } from '../../server/intake/seal.ts'

const seal = openSeal('a secret for tests, long enough to close with')
const text = 'whsec_ä'

describe('a closed text', () => {
  it('opens as what it was', () => {
    expect(seal.open(seal.close(text, 'connection 1'), 'connection 1')).toBe(text)
    expect(seal.open(seal.close('', 'nothing'), 'nothing')).toBe('')
  })

  it('is another one each time, and does not show the text', () => {
    const [one, two] = [seal.close(text, 'a'), seal.close(text, 'a')]
    expect(one.equals(two)).toBe(false)
    expect(one.toString('latin1')).not.toContain('whsec')
  })

  it('does not open as something else, with another secret, changed or cut', () => {
    const closed = seal.close(text, 'connection 1')
    expect(seal.open(closed, 'connection 2')).toBeNull()
    expect(openSeal('another secret').open(closed, 'connection 1')).toBeNull()
    for (const at of [0, 12, closed.length - 1]) {
      const changed = Buffer.from(closed)
      changed[at]! ^= 1
      expect(seal.open(changed, 'connection 1')).toBeNull()
    }
    for (const length of [0, 11, 12, 20, closed.length - 1]) {
      expect(seal.open(closed.subarray(0, length), 'connection 1')).toBeNull()
    }
  })
})
