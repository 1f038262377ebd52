import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { zoneClock } from '../../server/intake/mapping/zone-clock.ts'

/** Zones whose clocks were changed in odd ways, at odd hours, by odd amounts. */
const zones = [
  'UTC',
  '+02:00',
  'Europe/Berlin',
  'Asia/Jerusalem',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Caracas',
  'Asia/Kathmandu',
]
const clocks = new Map(zones.map((zone) => [zone, zoneClock(zone)]))
const local = (text: string) => Date.parse(`${text}Z`)

/** What Temporal says of a local time: its instant, or why it has none. */
function byTemporal(zone: string, milliseconds: number): number | 'ambiguous' | 'missing' {
  const plain = Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier.epochMilliseconds
  return earlier.toPlainDateTime().equals(plain) ? 'ambiguous' : 'missing'
}

/** Clock changes of a zone between 1990 and 2030, each as the local time before it. */
function changesOf(zone: string): number[] {
  const changes: number[] = []
  let now = Temporal.ZonedDateTime.from(`1990-01-01T00:00[${zone}]`)
  for (;;) {
    const next = now.getTimeZoneTransition('next')
    if (!next || next.year > 2030) return changes
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds / 1e6
    changes.push(next.epochMilliseconds + before)
    now = next
  }
}

/** Thousands of runs, on machines that have other work too. */
const timeout = 60_000

describe('a zone’s clock', { timeout }, () => {
  it('says of any local time what Temporal says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: local('1990-01-01T00:00'), max: local('2035-01-01T00:00') }),
        (zone, milliseconds) => {
          expect(clocks.get(zone)?.instantOf(milliseconds)).toBe(byTemporal(zone, milliseconds))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('says around every clock change what Temporal says', () => {
    const changes = zones.flatMap((zone) => changesOf(zone).map((at) => ({ zone, at })))
    expect(changes.length).toBeGreaterThan(400)
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.oneof(
          fc.integer({ min: -3, max: 3 }).map((second) => second * 1_000),
          fc.integer({ min: -50 * 3_600_000, max: 50 * 3_600_000 }),
        ),
        fc.boolean(),
        ({ zone, at }, distance, isShifted) => {
          const milliseconds = at + distance + (isShifted ? 3_600_000 : 0)
          expect(clocks.get(zone)?.instantOf(milliseconds)).toBe(byTemporal(zone, milliseconds))
        },
      ),
      { numRuns: 4_000 },
    )
  })

  it('shows at any instant the local time Temporal shows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: local('1990-01-01T00:00'), max: local('2035-01-01T00:00') }),
        (zone, instant) => {
          const shown = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
          expect(clocks.get(zone)?.localOf(instant)).toBe(instant + shown.offsetNanoseconds / 1e6)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('knows the last of the two instants of a time that occurs twice', () => {
    const berlin = clocks.get('Europe/Berlin')!
    expect(berlin.instantOf(local('2025-10-26T02:30'))).toBe('ambiguous')
    expect(berlin.lastInstantOf(local('2025-10-26T02:30'))).toBe(local('2025-10-26T01:30'))
    expect(berlin.instantOf(local('2025-03-30T02:30'))).toBe('missing')
    expect(berlin.lastInstantOf(local('2025-03-30T02:30'))).toBeNull()
  })

  it('misses the whole day that Samoa passed over', () => {
    expect(clocks.get('Pacific/Apia')?.instantOf(local('2011-12-30T12:00'))).toBe('missing')
  })

  it('refuses a zone that there is not', () => {
    expect(() => zoneClock('Europe/Nowhere')).toThrow(RangeError)
  })
})
