import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bunching } from '../../shared/balance/bunching.ts'
import { codingDrift, type CodeCount } from '../../shared/balance/coding-drift.ts'
import { returnsAcrossTarget } from '../../shared/balance/returns-across-target.ts'
import { returnsPastWindow } from '../../shared/balance/returns-past-window.ts'
import { transfersNearTarget } from '../../shared/balance/transfers-near-target.ts'

describe('bunching', () => {
  /** Middles of bins at 150 s under the target, 120, 90 ..: some lie exactly on an edge. */
  const target = 180
  const bins = { fromSeconds: 15, widthSeconds: 30 }
  const offsetOf = (place: number) => 30 * place - 150
  const places = Array.from({ length: 14 }, (_, place) => place)
  const under = places.findIndex((place) => offsetOf(place) === -30)
  const found = (counts: readonly number[]) => bunching({ ...bins, counts }, target)!
  const withMore = (counts: readonly number[], place: number, more: number) =>
    counts.map((count, at) => (at === place ? count + more : count))
  const flat = (count: number) => places.map(() => count)

  it.each(places)('counts, fits or leaves out each bin, by its middle: bin %i', (place) => {
    const [before, after] = [found(flat(100)), found(withMore(flat(100), place, 50))]
    const offset = offsetOf(place)
    expect(after.observed - before.observed).toBe(offset === -30 ? 50 : 0)
    const isFitted = offset < -30 || offset >= 60
    expect(Math.abs(after.fitted - before.fitted) > 0.01).toBe(isFitted)
  })

  it('expects under the target what a smooth curve through the rest would have there', () => {
    const slope = fc.double({ min: -0.5, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(slope, slope, slope, fc.nat(300), (a, b, c, more) => {
        const curve = places.map((place) => {
          const x = offsetOf(place) / 100
          return 400 + 50 * a * x + 30 * b * x * x + 10 * c * x * x * x
        })
        const { excess, fitted, excessBins, ratio } = found(withMore(curve, under, more))
        expect(fitted).toBeCloseTo(curve[under]!, 6)
        expect(excess).toBeCloseTo(more, 6)
        expect(excessBins).toBeCloseTo(more / curve[under]!, 8)
        expect(ratio).toBeCloseTo(1 + more / curve[under]!, 8)
      }),
    )
  })

  it('is as sure as the counts and the curve through them are', () => {
    const rising = [30, 44, 58, 70, 80, 88, 94, 98, 100]
    const piled = [160, 174, 192, 49, 55, 61, 62, 66, 66]
    const falling = [70, 66, 62, 58, 54, 51, 48, 45, 42, 39, 37, 35, 33, 31, 29, 27, 26, 25]
    const counts = [...rising, ...piled, ...falling]
    const { flagged, ...numbers } = bunching({ fromSeconds: 60, widthSeconds: 10, counts }, target)!
    const answers = {
      observed: 526,
      fitted: 295.419354,
      excess: 230.580646,
      excessBins: 2.341559,
      standardError: 21.35475,
      z: 10.797628,
      ratio: 1.78052,
    }
    for (const [name, answer] of Object.entries(answers))
      expect(numbers[name as keyof typeof answers], name).toBeCloseTo(answer, 6)
    expect(flagged).toBe(true)
  })

  it('says nothing where the curve would only connect the bins', () => {
    const fourAround = flat(100).slice(0, under + 3)
    expect(bunching({ ...bins, counts: fourAround }, target)).toBeNull()
    expect(bunching({ ...bins, counts: [...fourAround, 100] }, target)).not.toBeNull()
  })

  it('never expects fewer calls than none', () => {
    const falling = [900, 600, 300, 100, 0, 0, 0, 0, 100, 300, 600, 900, 900, 900]
    expect(bunching({ ...bins, counts: falling }, target)?.fitted ?? 0).toBeGreaterThanOrEqual(0)
  })

  it('is flagged only where the excess is both sure and large', () => {
    const flaggedWith = (count: number, more: number) =>
      found(withMore(flat(count), under, more)).flagged
    expect(flaggedWith(10_000, 3000)).toBe(true)
    expect(flaggedWith(10_000, 1000)).toBe(false)
    expect(flaggedWith(4, 2)).toBe(false)
    expect(flaggedWith(10_000, -3000)).toBe(false)
  })
})

describe('returns', () => {
  const under = { count: 96, of: 240 }
  const over = { count: 30, of: 150 }

  it('across a target are flagged only where there are surely more under it', () => {
    expect(returnsAcrossTarget(under, over)!.flagged).toBe(true)
    expect(returnsAcrossTarget(over, under)!.flagged).toBe(false)
    expect(returnsAcrossTarget({ count: 4, of: 10 }, { count: 2, of: 10 })!.flagged).toBe(false)
  })

  it('past the window are flagged only where they are surely more than before it', () => {
    expect(returnsPastWindow(48, 30)!.flagged).toBe(true)
    expect(returnsPastWindow(8, 5)).toMatchObject({ ratio: 1.6, flagged: false })
    expect(returnsPastWindow(30, 48)!.flagged).toBe(false)
    expect(returnsPastWindow(0, 48)).toMatchObject({ ratio: 0, flagged: false })
  })
})

describe('transfers near a target', () => {
  it('are as probable as they are when they happen as often as around it', () => {
    const found = transfersNearTarget(
      { transfers: 6, atRiskSeconds: 1500 },
      { transfers: 12, atRiskSeconds: 3000 },
    )!
    expect(found).toMatchObject({ expected: 6, ratio: 1 })
    expect(found.probability).toBeCloseTo(0.55432, 6)
  })

  it('are less probable the more there are', () => {
    const around = { transfers: 40, atRiskSeconds: 16_400 }
    fc.assert(
      fc.property(fc.nat(60), (transfers) => {
        const probability = (count: number) =>
          transfersNearTarget({ transfers: count, atRiskSeconds: 5200 }, around)!.probability
        expect(probability(transfers + 1)).toBeLessThan(probability(transfers))
      }),
    )
  })
})

describe('coding drift', () => {
  const table = (issue: string, rows: readonly (readonly number[])[]): CodeCount[] =>
    rows.flatMap((legs, rep) =>
      legs.map((count, code) => ({ issue, rep, code: `code ${code}`, legs: count })),
    )
  const counts = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 3, maxLength: 3 })
  const threeByThree = fc.array(counts, { minLength: 3, maxLength: 3 })

  it('is seen where two reps type opposite codes', () => {
    const found = codingDrift(
      table('net', [
        [30, 10],
        [10, 30],
      ]),
    )!
    expect(found.g).toBeCloseTo(120 * Math.log(1.5) - 40 * Math.log(2), 9)
    expect(found.degrees).toBe(1)
    expect(found.probability).toBeCloseTo(0.000_004_764, 9)
  })

  it('is none where all reps type the same mix, however many calls each has', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), (mix, times) => {
        const alike = [mix, mix.map((legs) => legs * times), mix]
        const found = codingDrift(table('net', alike))!
        expect(found.g).toBeCloseTo(0, 8)
        expect(found.degrees).toBe(4)
        expect(found.probability).toBeCloseTo(1, 6)
      }),
    )
  })

  it('adds up over issues, which are never mixed', () => {
    fc.assert(
      fc.property(threeByThree, threeByThree, (a, b) => {
        const [net, bill] = [codingDrift(table('net', a))!, codingDrift(table('bill', b))!]
        const both = codingDrift([...table('net', a), ...table('bill', b)])!
        expect(both.g).toBeCloseTo(net.g + bill.g, 6)
        expect(both.degrees).toBe(8)
      }),
    )
  })

  it('grows with the number of calls and is never negative', () => {
    fc.assert(
      fc.property(threeByThree, fc.integer({ min: 2, max: 5 }), (rows, times) => {
        const more = rows.map((legs) => legs.map((count) => count * times))
        const [few, many] = [codingDrift(table('net', rows))!, codingDrift(table('net', more))!]
        expect(few.g).toBeGreaterThanOrEqual(-1e-9)
        expect(many.g).toBeCloseTo(few.g * times, 6)
      }),
    )
  })

  it('takes a code a rep never typed for no calls', () => {
    const typed = table('net', [
      [20, 10],
      [0, 15],
    ])
    const found = codingDrift(typed)!
    expect(found).toEqual(codingDrift(typed.filter(({ legs }) => legs > 0)))
    expect(found.g).toBeCloseTo(
      40 * Math.log(3 / 2) + 20 * Math.log(3 / 5) + 30 * Math.log(9 / 5),
      9,
    )
  })

  it('is not asked for with one rep or one code alone', () => {
    expect(codingDrift([])).toBeNull()
    expect(codingDrift(table('net', [[20, 10]]))).toBeNull()
    expect(codingDrift(table('net', [[20], [10]]))).toBeNull()
    const both = [
      ...table('net', [
        [30, 10],
        [10, 30],
      ]),
      ...table('bill', [[20], [10]]),
    ]
    expect(codingDrift(both)).toEqual(
      codingDrift(
        table('net', [
          [30, 10],
          [10, 30],
        ]),
      ),
    )
  })
})
