import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type Plane } from '../../shared/calls/contract.ts'
import { outcomes } from '../../shared/calls/words.ts'
import { markKeys, nextMark } from '../../web/charts/next-mark.ts'
import { doublingsMost, planeDomain, planeTicks, sayTick } from '../../web/charts/plane-domain.ts'
import { swarm } from '../../web/charts/swarm.ts'
import { planeDrawing, planeRows, sayStep } from '../../web/calls/plane-drawing.ts'
import { sayNotPlaced } from '../../web/calls/say-not-placed.ts'

const nothing: Plane = {
  legs: 0,
  placed: 0,
  without: { handedOn: 0, notLinkable: 0, notCounted: 0, reference: 0, time: 0 },
  band: null,
  stepLog2: 0.25,
  bins: [],
  dots: null,
}
const says = { moment: () => 'today 10:42', pathOf: (callId: number) => `/calls/${callId}` }

const bins = fc.uniqueArray(
  fc.record({
    outcome: fc.constantFrom(...outcomes),
    step: fc.integer({ min: -40, max: 40 }),
    count: fc.integer({ min: 1, max: 100_000 }),
  }),
  { selector: ({ outcome, step }) => `${outcome} ${step}`, maxLength: 80 },
)
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

describe('the drawing', () => {
  test('loses no call, however far from the usual', () => {
    fc.assert(
      fc.property(bins, (given) => {
        const plane = { ...nothing, bins: given }
        const drawing = planeDrawing(plane, says)
        for (const outcome of outcomes) {
          const wanted = total(given.filter((bin) => bin.outcome === outcome).map((b) => b.count))
          const drawn = drawing.columns.filter(({ lane }) => lane === outcome)
          expect(total(drawn.map(({ count }) => count))).toBe(wanted)
          expect(total(planeRows(plane).map(({ counts }) => counts[outcome]))).toBe(wanted)
        }
        const [low, high] = planeDomain(drawing)
        for (const { at, width } of drawing.columns) {
          expect(at).toBeGreaterThanOrEqual(low)
          expect(at + width).toBeLessThanOrEqual(high)
        }
      }),
    )
  })

  test('says what stands where, with the counts in the lanes', () => {
    const drawing = planeDrawing(
      {
        ...nothing,
        band: { low: 0.5, high: 2 },
        bins: [
          { outcome: 'resolved', step: 0, count: 1_204 },
          { outcome: 'resolved', step: 2, count: 1 },
        ],
      },
      says,
    )
    expect(drawing.band).toEqual({ low: -1, high: 1 })
    expect(drawing.lanes.map(({ label, look }) => [label, look])).toEqual([
      ['Resolved · 1,205', 'filled'],
      ['Not resolved · 0', 'angular'],
      ['Outcome pending · 0', 'hollow'],
    ])
    expect(drawing.columns.map(({ words }) => words)).toEqual([
      'Resolved, 1 to 1.2 times the usual time: 1,204 calls.',
      'Resolved, 1.4 to 1.7 times the usual time: 1 call.',
    ])
  })

  test('a dot says its time only beside its outcome', () => {
    const [dot] = planeDrawing(
      {
        ...nothing,
        dots: [
          {
            callId: 7,
            legNo: 1,
            ratio: 3.26,
            handleSeconds: 1680,
            outcome: 'resolved',
            class: 'extra_mile',
            rep: { id: 1, name: 'Ana Ruiz' },
            startedAt: '2026-03-02T09:42:00Z',
          },
        ],
      },
      says,
    ).dots
    expect(dot?.href).toBe('/calls/7')
    expect(dot?.words).toBe(
      'Extra mile: 28 min, 3.3 times the usual. Ana Ruiz, today 10:42. Enter opens the call.',
    )
  })

  test('the outermost columns say that they hold what lies beyond', () => {
    expect(sayStep(-16, 0.25, 16)).toBe('less than 0.074 times the usual time')
    expect(sayStep(15, 0.25, 16)).toBe('more than 13 times the usual time')
  })
})

describe('the axis', () => {
  test('reaches from a quarter to four times the usual at least, and to sixteen at most', () => {
    const empty = { lanes: [], band: null, columns: [], dots: [] }
    expect(planeTicks(planeDomain(empty)).map(sayTick)).toEqual(['¼×', '½×', '1×', '2×', '4×'])
    const far = { key: 'a', lane: 'x', words: '', href: '' }
    const wide = planeDomain({
      ...empty,
      dots: [
        { ...far, at: -9 },
        { ...far, at: 9 },
      ],
    })
    expect(planeTicks(wide).map(sayTick)).toEqual([
      '≤ ¹⁄₁₆×',
      '⅛×',
      '¼×',
      '½×',
      '1×',
      '2×',
      '4×',
      '8×',
      '≥ 16×',
    ])
    expect(wide[1] - wide[0]).toBe(2 * doublingsMost + 0.5)
  })
})

describe('the swarm', () => {
  test('keeps every dot, inside the lane, and no two of a column at one place', () => {
    const dots = fc.array(fc.record({ at: fc.double({ min: -4, max: 4, noNaN: true }) }))
    fc.assert(
      fc.property(dots, (given) => {
        const placed = swarm(given)
        expect(new Set(placed.map(({ dot }) => dot))).toEqual(new Set(given))
        for (const { offset } of placed) expect(Math.abs(offset)).toBeLessThanOrEqual(1)
        const places = placed.map(({ dot, offset }) => `${Math.floor(dot.at / 0.06)} ${offset}`)
        expect(new Set(places).size).toBe(placed.length)
      }),
    )
  })
})

describe('the keys', () => {
  const lanes = ['top', 'middle', 'bottom']
  const mark = (key: string, lane: string, at: number) => ({ key, lane, at })
  const marks = [
    mark('b', 'top', 1),
    mark('a', 'top', -1),
    mark('c', 'top', 3),
    mark('d', 'bottom', 0.6),
    mark('e', 'bottom', 2.9),
  ]
  const from = (key: string) => marks.find((one) => one.key === key) ?? mark('none', 'top', 0)

  test.each([
    ['a', 'ArrowRight', 'b'],
    ['b', 'ArrowLeft', 'a'],
    ['a', 'ArrowLeft', 'a'],
    ['a', 'End', 'c'],
    ['c', 'Home', 'a'],
    ['c', 'ArrowDown', 'e'],
    ['d', 'ArrowUp', 'b'],
    ['d', 'ArrowDown', 'd'],
  ] as const)('from %s, %s leads to %s', (start, key, end) => {
    expect(nextMark(marks, lanes, from(start), key).key).toBe(end)
  })

  test('reach every mark from every other one', () => {
    const reached = new Set(['a'])
    for (let more = true; more;) {
      const before = reached.size
      for (const key of [...reached]) {
        for (const press of markKeys) reached.add(nextMark(marks, lanes, from(key), press).key)
      }
      more = reached.size > before
    }
    expect(reached.size).toBe(marks.length)
  })
})

describe('what is not on the plane', () => {
  test('is counted by why', () => {
    const without = { handedOn: 1_000, notLinkable: 2, notCounted: 0, reference: 3, time: 0 }
    expect(sayNotPlaced({ ...nothing, legs: 2_005, placed: 1_000, without })).toBe(
      '1,005 of 2,005 legs have no place here: 1,000 handed on, 2 without a customer or an issue to link them by, 3 with too few comparable calls.',
    )
  })

  test('is not mentioned where there is none', () => {
    expect(sayNotPlaced({ ...nothing, legs: 4, placed: 4 })).toBeNull()
  })
})
