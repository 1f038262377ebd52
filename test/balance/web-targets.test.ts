import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ShareReply } from '../../shared/balance/basis.ts'
import { targetSecondsLimit } from '../../shared/balance/limits.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { wilsonInterval } from '../../shared/measure/wilson-interval.ts'
import { sayHowSure, sayTarget, sayTargetSpread } from '../../web/balance/target-say.ts'
import {
  isTarget,
  readTargetSearch,
  targetSecondsMost,
  usualTargetSeconds,
} from '../../web/balance/target-search.ts'
import { orderTargetGroups, sayQuietSigns, targetSigns } from '../../web/balance/target-signs.ts'

const share = (count: number, of: number): ShareReply =>
  of < percentageNeeds
    ? { count, of, tooFew: { have: of, need: percentageNeeds } }
    : { count, of, ...wilsonInterval(count, of) }

const realism = (within: [number, number], resolvedWithin: number, resolvedBeyond: number) => ({
  within: share(...within),
  resolvedWithin: share(resolvedWithin, within[0]),
  resolvedBeyond: share(resolvedBeyond, within[1] - within[0]),
})

const quiet = { bunching: null, returnsAcross: null, handOnsNear: null }
const group = (name: string, legs: number, signs: Partial<TargetGroup> = {}): TargetGroup => ({
  key: name,
  name,
  legs,
  outcomes: { resolved: 0, notResolved: 0, handedOn: 0 },
  ...realism([Math.floor(legs / 4), legs], 0, 0),
  ...quiet,
  ...signs,
})

/** V13 of METHOD 7. */
const found = {
  bunching: { observed: 526, fitted: 295.419354, z: 10.797628, ratio: 1.78052, flagged: true },
  returnsAcross: { difference: 0.2, low: 0.106977, high: 0.28446, flagged: true },
  handOnsNear: { observed: 34, expected: 12.682927, probability: 0.000001, flagged: true },
}

describe('a target', () => {
  test('is said as a share with its count, and what became of both sides', () => {
    const given = realism([1_204, 3_120], 790, 1_440)
    expect(sayTarget(given, 180)).toBe(
      '3 min: 39 % of calls like this finish within it (1,204 of 3,120); of those 66 % stay resolved, of the longer ones 75 %.',
    )
    expect(sayHowSure(given)).toBe(
      'About 95 % sure: 37\u00a0–\u2060\u00a040 % finish within it; of those 63\u00a0–\u2060\u00a068 %, of the longer ones 73\u00a0–\u2060\u00a077 % stay resolved.',
    )
  })

  test('is said in counts where a percentage would say too much', () => {
    expect(sayTarget(realism([5, 40], 3, 29), 180)).toBe(
      '3 min: 13 % of calls like this finish within it (5 of 40); of those 3 of 5 stay resolved, of the longer ones 83 %.',
    )
    expect(sayTarget(realism([2, 8], 1, 5), 90)).toBe(
      '1 min 30 s: 2 of 8 calls like this finish within it; of those 1 of 2 stays resolved, of the longer ones 5 of 6.',
    )
    expect(sayHowSure(realism([2, 8], 1, 5))).toBeNull()
  })

  test('that none or all of the calls meet says nothing of a side that is not there', () => {
    expect(sayTarget(realism([0, 33], 0, 21), 180)).toBe(
      '3 min: none of 33 calls like this finishes within it; of them 64 % stay resolved.',
    )
    expect(sayTarget(realism([33, 33], 21, 0), 3_600)).toBe(
      '1 h: all 33 calls like this finish within it; of those 64 % stay resolved. None was longer.',
    )
    expect(sayTarget(realism([0, 0], 0, 0), 180)).toBe(
      '3 min: of no call like this the outcome is known yet.',
    )
  })

  test('never says a percentage of fewer than ten', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), (of, within, resolved) => {
        const inside = Math.min(within, of)
        const given = realism(
          [inside, of],
          Math.min(resolved, inside),
          Math.min(resolved, of - inside),
        )
        expect(sayTarget(given, 180)).not.toContain('%')
        expect(sayHowSure(given)).toBeNull()
      }),
    )
  })

  test('fits kinds of calls differently, which is said where two can be compared', () => {
    const kinds = [
      { name: 'address', within: share(410, 412) },
      { name: 'internet', within: share(1, 400) },
      { name: 'rare', within: share(0, 4) },
    ]
    expect(sayTargetSpread(kinds, 180)).toBe(
      'Between under 1 % (internet) and over 99 % (address) of the calls of one kind finish within 3 min.',
    )
    expect(sayTargetSpread(kinds.slice(1), 180)).toBeNull()
  })
})

describe('the signs near a target', () => {
  test('that were found are said plainly and first', () => {
    const signs = targetSigns({ ...quiet, handOnsNear: found.handOnsNear }, 180)
    expect(signs.map(({ kind, isFlagged }) => [kind, isFlagged])).toEqual([
      ['handOns', true],
      ['bunching', null],
      ['returns', null],
    ])
    expect(targetSigns(found, 180).map(({ words }) => words)).toEqual([
      'Calls pile up just below it: 526 ended in the 30 s before 3 min, about 295 would without a target.',
      'Calls that end just below it come back more often: of 100 customers 20 more return than after calls just over 3 min (about 95 % sure of 11 to 28).',
      'Calls are handed on when it is near: 34 calls were handed on in the 30 s before 3 min, where about 13 would be expected.',
    ])
  })

  test('that were not found are one sentence, and so are those that could not be looked for', () => {
    const none = {
      bunching: { ...found.bunching, flagged: false },
      returnsAcross: null,
      handOnsNear: { ...found.handOnsNear, flagged: false },
    }
    expect(sayQuietSigns(targetSigns(none, 180))).toEqual([
      'No sign of calls piling up just below it, or of more hand-ons when it is near.',
      'Too few calls near it to look for signs of more returns after calls that end just below it.',
    ])
    expect(sayQuietSigns(targetSigns(quiet, 180))).toEqual([
      'Too few calls near it to see whether it pulls.',
    ])
    expect(sayQuietSigns(targetSigns(found, 180))).toEqual([])
  })

  test('say fewer as well as more, with a real minus', () => {
    const fewer = { difference: -0.04, low: -0.12, high: 0.05, flagged: false }
    const words = (returnsAcross: typeof fewer) =>
      targetSigns({ ...quiet, returnsAcross }, 180)[0]?.words
    expect(words(fewer)).toContain('of 100 customers 4 fewer return')
    expect(words(fewer)).toContain('sure of −12 to 5')
    expect(words({ ...fewer, difference: 0.001 })).toContain('return as often')
  })

  test('put the kinds of calls first of which something was found, then the most frequent', () => {
    const given = [
      group('few', 10),
      group('many', 900),
      group('pulled', 40, { bunching: found.bunching }),
    ]
    expect(orderTargetGroups(given).map(({ name }) => name)).toEqual(['pulled', 'many', 'few'])
  })
})

describe('the address', () => {
  test('keeps what makes sense and leaves out the rest', () => {
    expect(
      readTargetSearch({ seconds: '240', by: 'queue', group: 'Billing', signs: 'team' }),
    ).toEqual({ seconds: 240, by: 'queue', group: 'Billing', signs: 'team' })
    expect(
      readTargetSearch({ seconds: '3.5', by: 'rep', group: ['a', 'b'], signs: 'issue' }),
    ).toEqual({})
    expect(readTargetSearch({ seconds: '' })).toEqual({})
    expect(readTargetSearch({ seconds: '9' })).toEqual({})
  })

  test('asks for no more than the question takes', () => {
    expect(targetSecondsMost).toBe(targetSecondsLimit)
    expect(isTarget(targetSecondsLimit)).toBe(true)
    expect(isTarget(targetSecondsLimit + 1)).toBe(false)
    expect(isTarget(usualTargetSeconds)).toBe(true)
  })
})
