import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSeconds } from '../../server/intake/mapping/read-seconds.ts'

describe('a written duration', () => {
  it.each([
    ['153', 'seconds', 153],
    ['0', 'seconds', 0],
    ['-37', 'seconds', -37],
    ['6.5', 'seconds', 7],
    ['6.4', 'seconds', 6],
    ['239499', 'milliseconds', 239],
    ['0:02:23', 'H:mm:ss', 143],
    ['00:00:06.5', 'H:mm:ss', 7],
    ['100:00:00', 'H:mm:ss', 360_000],
    ['-0:00:37', 'H:mm:ss', -37],
    ['75:30', 'm:ss', 4_530],
    ['0:05', 'm:ss', 5],
  ] as const)('%s as %s', (text, format, seconds) => {
    expect(readSeconds(text, format)).toBe(seconds)
  })

  it.each([
    ['', 'seconds'],
    ['1e3', 'seconds'],
    ['1,5', 'seconds'],
    ['0:05', 'seconds'],
    ['5', 'm:ss'],
    ['5:60', 'm:ss'],
    ['5:6', 'm:ss'],
    ['0:02:23', 'm:ss'],
    ['02:23', 'H:mm:ss'],
    ['0:60:00', 'H:mm:ss'],
    ['0:2:23', 'H:mm:ss'],
    ['12.5', 'H:mm:ss'],
  ] as const)('%s is not written as %s', (text, format) => {
    expect(readSeconds(text, format)).toBeNull()
  })

  it('never comes to minus zero, which is no number of seconds', () => {
    expect(Object.is(readSeconds('-0', 'seconds'), 0)).toBe(true)
    expect(Object.is(readSeconds('-0.2', 'seconds'), 0)).toBe(true)
  })

  it('is the same however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 604_800 }), (seconds) => {
        const two = (number: number) => `${number}`.padStart(2, '0')
        const hours = Math.floor(seconds / 3600)
        const minutes = Math.floor(seconds / 60)
        const clock = `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`
        expect(readSeconds(`${seconds}`, 'seconds')).toBe(seconds)
        expect(readSeconds(`${seconds * 1000}`, 'milliseconds')).toBe(seconds)
        expect(readSeconds(clock, 'H:mm:ss')).toBe(seconds)
        expect(readSeconds(`${minutes}:${two(seconds % 60)}`, 'm:ss')).toBe(seconds)
      }),
    )
  })
})
