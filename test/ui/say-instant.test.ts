import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayInstant } from '../../web/ui/say-instant.ts'

const now = new Date('2026-03-02T10:00:00Z')
const berlin = 'Europe/Berlin'
const say = (at: string, zone = berlin) => sayInstant(new Date(at), now, zone)

test.each([
  ['2026-03-02T09:14:05Z', 'today 10:14'],
  ['2026-03-01T23:30:00Z', 'today 00:30'],
  ['2026-03-01T22:30:00Z', 'yesterday 23:30'],
  ['2026-03-03T08:00:00Z', 'tomorrow 09:00'],
  ['2026-02-28T08:05:00Z', 'Sat 28 Feb 09:05'],
  ['2026-01-01T00:00:00Z', 'Thu 1 Jan 01:00'],
  ['2025-12-31T22:59:00Z', '31 Dec 2025, 23:59'],
  ['1999-05-31T18:00:00Z', '31 May 1999, 20:00'],
])('%s in Berlin is said as "%s"', (at, said) => {
  expect(say(at)).toBe(said)
})

test('the day is the one of the zone, not of UTC', () => {
  expect(say('2026-03-02T03:00:00Z', 'America/Los_Angeles')).toBe('yesterday 19:00')
  expect(say('2026-03-02T03:00:00Z', 'Asia/Tokyo')).toBe('today 12:00')
})

test('yesterday is a day of the calendar across clock changes', () => {
  const after = new Date('2026-03-29T21:30:00Z')
  expect(sayInstant(new Date('2026-03-28T23:30:00Z'), after, berlin)).toBe('today 00:30')
  expect(sayInstant(new Date('2026-03-28T22:30:00Z'), after, berlin)).toBe('yesterday 23:30')
})

test('within the day of now it is always "today" with its own minutes', () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
  fc.assert(
    fc.property(minutes, minutes, (one, other) => {
      const at = (minute: number) => new Date(Date.UTC(2026, 5, 15) + minute * 60_000)
      const [hour, minute] = [Math.floor(one / 60), one % 60].map((part) =>
        String(part).padStart(2, '0'),
      )
      expect(sayInstant(at(one), at(other), 'UTC')).toBe(`today ${hour}:${minute}`)
    }),
  )
})
