import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { daysOf } from '../../server/demo-centre/world/days.ts'
import { asRecord, externalIdOf } from '../../server/demo-centre/world/as-record.ts'
import { instantWriter } from '../../server/demo-centre/world/calendar.ts'
import { dueCalls } from '../../server/demo-centre/world/due-calls.ts'
import { seededRandom } from '../../server/demo-centre/world/random.ts'
import { foundWorld } from '../../server/demo-centre/world/world.ts'
import { callsOf, firstDay, linesOf } from './ninety-days.ts'

/** A busy machine takes several times as long as an idle one. */
vi.setConfig({ testTimeout: 60_000 })

const days = 5
const from = firstDay * 86_400 - 1
const end = (firstDay + days) * 86_400

describe('the same seed and first day', () => {
  it('give the same calls, byte for byte; another seed or first day gives others', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 15_000, max: 40_000 }), (seed, first) => {
        const text = (of: number, day: number) => linesOf(callsOf(of, 1, day)).join('\n')
        const told = text(seed, first)
        expect(text(seed, first) === told).toBe(true)
        expect(text(seed + 1, first) === told).toBe(false)
        expect(text(seed, first + 1) === told).toBe(false)
      }),
      { numRuns: 5 },
    )
  })

  it('give a day the same calls, in whatever order days are asked for', () => {
    const inOrder = daysOf(foundWorld(5, firstDay))
    const expected = Array.from({ length: days }, (_, nth) =>
      linesOf(inOrder(firstDay + nth)).join('\n'),
    )
    fc.assert(
      fc.property(fc.array(fc.nat(days - 1), { minLength: 1, maxLength: 8 }), (asked) => {
        const anyOrder = daysOf(foundWorld(5, firstDay))
        const differ = asked.filter(
          (nth) => linesOf(anyOrder(firstDay + nth)).join('\n') !== expected[nth],
        )
        expect(differ).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  it('leave the same records, however the time is cut into deliveries', () => {
    const instant = instantWriter()
    const latest = (cuts: readonly number[]) => {
      const told = new Map<string, { version: number; line: string }>()
      const dayOf = daysOf(foundWorld(5, firstDay))
      for (const [place, until] of cuts.entries()) {
        for (const { call, version } of dueCalls(dayOf, cuts[place - 1] ?? from, until)) {
          const record = asRecord(call, version, instant)
          const before = told.get(record.externalId)
          if (before && before.version !== 1) throw new Error(`${record.externalId} told again`)
          told.set(record.externalId, {
            version: record.version ?? 0,
            line: JSON.stringify(record),
          })
        }
      }
      return [...told.values()]
        .map(({ line }) => line)
        .sort()
        .join('\n')
    }
    const atOnce = latest([end])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: from, max: end }), { maxLength: 12 }), (cuts) => {
        const inOrder = [...cuts].sort((one, other) => one - other)
        expect(latest([...inOrder, end]) === atOnce).toBe(true)
      }),
      { numRuns: 8 },
    )
  })
})

describe('deliveries', () => {
  const dayOf = daysOf(foundWorld(5, firstDay))
  const all = Array.from({ length: days }, (_, nth) => dayOf(firstDay + nth)).flat()

  it('tell a call when it is over, and again where its wrap-up time comes late', () => {
    const late = all.filter(({ firstKnownAt }) => firstKnownAt !== null)
    expect(late.length).toBeGreaterThan(100)
    const instant = instantWriter()
    for (const call of late.slice(-25)) {
      const due = (after: number, until: number) =>
        [...dueCalls(dayOf, after, until)]
          .filter((one) => externalIdOf(one.call) === externalIdOf(call))
          .map(({ version }) => version)
      const first = call.firstKnownAt ?? 0
      expect(due(first - 60, first - 1)).toEqual([])
      expect(due(first - 1, first)).toEqual(['first'])
      expect(due(first, call.knownAt)).toEqual(['last'])
      expect(due(first - 1, call.knownAt)).toEqual(['last'])
      expect(asRecord(call, 'first', instant).legs.at(-1)?.wrapSeconds).toBeNull()
      expect(asRecord(call, 'last', instant).legs.at(-1)?.wrapSeconds).toBeGreaterThan(0)
    }
  })
})

describe('seededRandom', () => {
  it('is uniform, and streams with neighbouring seeds have nothing in common', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(100_000), (seed, day) => {
        const one = seededRandom(seed, day)
        const other = seededRandom(seed, day + 1)
        const pairs = Array.from({ length: 2_000 }, () => [one() - 0.5, other() - 0.5] as const)
        const mean = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length
        const product = pairs.reduce((sum, [x, y]) => sum + x * y, 0) / pairs.length
        expect(Math.abs(mean)).toBeLessThan(0.035)
        expect(Math.abs(product)).toBeLessThan(0.01)
        expect(pairs.every(([x]) => x >= -0.5 && x < 0.5)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
