import { describe, expect, test } from 'vitest'
import { explainedKeys, stepFor } from '../../web/calls/my-call-keys.ts'

const pressed = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('the keys of the list', () => {
  test('letters work on the whole page, arrows only where they would not scroll it', () => {
    expect(stepFor(pressed('r'), false)).toBe('reflect')
    expect(stepFor(pressed('j'), false)).toBe('next')
    expect(stepFor(pressed('ArrowDown'), true)).toBe('next')
    expect(stepFor(pressed('ArrowDown'), false)).toBeNull()
  })

  test("leave the browser's own keys alone", () => {
    expect(stepFor(pressed('r', { ctrlKey: true }), true)).toBeNull()
    expect(stepFor(pressed('r', { metaKey: true }), true)).toBeNull()
    expect(stepFor(pressed('x'), true)).toBeNull()
    expect(stepFor(pressed('toString'), true)).toBeNull()
  })

  test('are explained as they work', () => {
    const names: Partial<Record<string, string>> = { '↓': 'ArrowDown', '↑': 'ArrowUp' }
    for (const { keys } of explainedKeys) {
      const steps = keys.map((key) => stepFor(pressed(names[key] ?? key), true))
      expect(new Set(steps).size).toBe(1)
      expect(steps[0]).not.toBeNull()
    }
  })
})
