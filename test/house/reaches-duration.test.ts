import { describe, expect, it } from 'vitest'
import { waysToDurations } from './reaches-duration.ts'

/** Whatever says something of a rep, or in which order calls are put: METHOD 9, T1, T8. */
const withoutDurations = [
  ...['standing', 'standing-cell', 'standing-label', 'combine-labels', 'posterior'],
  ...['posterior-above', 'posterior-moments', 'posterior-quantile', 'standardized-rate'],
  ...['self-report', 'more-needed', 'expected-resolution', 'leg-outcome', 'window-status'],
  ...['fast-return', 'best-outcome', 'automatic-recognition', 'between-rep-sd'],
  ...['excess-per-hundred', 'funnel-limits', 'legs-for-reliability', 'first-contact-resolution'],
].map((name) => `shared/balance/${name}.ts`)

/** What the server makes standings, labels and the two lists' order from. */
const withoutDurationsEither = ['server/balance/reckon-standing.ts']

it('nothing that says something of a rep can be told a duration', () => {
  expect(waysToDurations([...withoutDurations, ...withoutDurationsEither])).toEqual([])
}, 60_000)

describe('the search for ways to a duration', () => {
  const fixture = (text: string) =>
    waysToDurations(['fixture.ts'], new Map([['fixture.ts', text]])).map(({ way }) => way)

  it.each([
    [
      'a parameter',
      'export function f(legs: number, handleSeconds: number) { return legs }',
      ['handleSeconds'],
    ],
    [
      'a property',
      'export const f = (cell: { p: number; seconds: number }) => cell.p',
      ['cell.seconds'],
    ],
    [
      'an element of a list',
      'export const f = (cells: readonly { talkSeconds?: number }[]) => cells',
      ['cells[].talkSeconds'],
    ],
    [
      'behind a name',
      'type Leg = { time: { holdSeconds: number } }\nexport const f = (leg: Pick<Leg, "time">) => leg',
      ['leg.time.holdSeconds'],
    ],
    [
      'in one of several forms',
      'export const f = (a: null | { wrapSeconds: number }) => a',
      ['a.wrapSeconds'],
    ],
    [
      'in a map by name',
      'export const f = (a: Record<string, { minutes: number }>) => a',
      ['a[name].minutes'],
    ],
    [
      'in what a parameter must at least be',
      'export const f = <T extends { durationSeconds: number }>(a: T) => a',
      ['a.durationSeconds'],
    ],
    [
      'of another file',
      'import { type TimeBesideOutcome } from "./shared/calls/beside.ts"\nexport const f = (a: TimeBesideOutcome) => a',
      ['a.handleSeconds', 'a.usual.lowSeconds', 'a.usual.medianSeconds', 'a.usual.highSeconds'],
    ],
  ])(
    'finds %s',
    (_, text, ways) => {
      expect(fixture(text)).toEqual(ways)
    },
    60_000,
  )

  it('lets counts, probabilities and words be', () => {
    const text =
      'export const f = (cells: readonly { p: number; legs: number; label: string }[], tau: number) => [cells, tau]'
    expect(fixture(text)).toEqual([])
  }, 60_000)
})
