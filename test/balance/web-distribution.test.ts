import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  distributionDrawing,
  distributionParts,
  distributionRows,
  timeTicks,
} from '../../web/balance/target-drawing.ts'
import { stack, tallestOf } from '../../web/charts/distribution.ts'

const outcomes = fc.record({
  resolved: fc.nat(500),
  notResolved: fc.nat(500),
  handedOn: fc.nat(500),
  open: fc.nat(500),
})
const distribution = fc
  .record({
    stepSeconds: fc.constantFrom(10, 30, 60),
    counts: fc.array(outcomes, { minLength: 1, maxLength: 60 }),
  })
  .map(({ stepSeconds, counts }) => ({
    stepSeconds,
    steps: counts.map((each, place) => ({ fromSeconds: place * stepSeconds, outcomes: each })),
  }))
const within = { count: 5, of: 40, low: 0.055, high: 0.261 }
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

describe('the drawing of handle times', () => {
  test('loses no call, in columns, in their parts and in the table', () => {
    fc.assert(
      fc.property(distribution, (given) => {
        const wanted = total(given.steps.flatMap(({ outcomes: each }) => Object.values(each)))
        const { columns } = distributionDrawing(given, { seconds: 180, within })
        expect(total(columns.flatMap(({ counts }) => counts))).toBe(wanted)
        expect(total(distributionRows(given).flatMap(({ counts }) => counts))).toBe(wanted)
        for (const column of columns) {
          const pieces = stack(column, distributionParts)
          expect(total(pieces.map(({ low, high }) => high - low))).toBe(total(column.counts))
          expect(pieces.at(-1)?.high ?? 0).toBeLessThanOrEqual(tallestOf(columns))
        }
      }),
    )
  })

  test('puts the line of the target inside, and says where it would be if it is further right', () => {
    const given = {
      stepSeconds: 60,
      steps: [{ fromSeconds: 0, outcomes: { resolved: 3, notResolved: 1, handedOn: 0, open: 1 } }],
    }
    expect(distributionDrawing(given, { seconds: 30, within }).line).toEqual({
      at: 30,
      label: '30 s: 13 % finish within it',
    })
    expect(distributionDrawing(given, { seconds: 180, within }).line).toEqual({
      at: 60,
      label: '3 min (further right): 13 % finish within it',
    })
  })

  test('says of every column what became of its calls', () => {
    const none = { resolved: 0, notResolved: 0, handedOn: 0, open: 0 }
    const steps = [
      { fromSeconds: 0, outcomes: none },
      { fromSeconds: 30, outcomes: { ...none, resolved: 1 } },
      { fromSeconds: 60, outcomes: { resolved: 1_200, notResolved: 2, handedOn: 3, open: 4 } },
    ]
    const { columns } = distributionDrawing({ stepSeconds: 30, steps }, { seconds: 45, within })
    expect(columns.map(({ words }) => words)).toEqual([
      'under 30 s: no call.',
      '30 s to 1 min: 1 call, 1 resolved.',
      '1 min or longer: 1,209 calls, 1,200 resolved, 2 not resolved, 3 handed on, 4 outcome pending.',
    ])
  })

  test('has few ticks at round times, the last where everything longer begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), (steps) => {
        const ticks = timeTicks(steps * 60)
        expect(ticks.length).toBeLessThanOrEqual(9)
        expect(ticks.at(-1)).toBe(steps * 60)
        expect(ticks).toEqual([...new Set(ticks)].toSorted((one, other) => one - other))
      }),
    )
    expect(timeTicks(1_200)).toEqual([0, 300, 600, 900, 1_200])
  })
})
