import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likelySame } from '../../shared/roster/likely-same.ts'

const pairOf = (...names: string[]) =>
  likelySame(names.map((name, place) => ({ repId: place + 1, names: [name] })))
const likenessOf = (one: string, other: string) => pairOf(one, other)[0]?.likeness ?? null

describe('reps who may be one person', () => {
  it.each([
    ['Anna Berg', 'anna berg', 'same_name'],
    ['Anna Berg', 'Berg, Anna', 'same_name'],
    ['Anna Berg', 'BERG  ANNA', 'same_name'],
    ['José Núñez', 'Jose Nunez', 'same_name'],
    ['Jörg Müller', 'Joerg Mueller', 'same_name'],
    ['Jørn Łuk', 'Jorn Luk', 'same_name'],
    ['anna.berg', 'Anna Berg', 'same_name'],
    ['Anna@Example.com', 'anna@example.com', 'same_email'],
    ['anna.berg@example.com', 'Anna Berg', 'email_of_name'],
    ['berg.anna+phone@example.com', 'Anna Berg', 'email_of_name'],
    ['SIP/204', '204', 'same_number'],
    ['PJSIP/204', 'Agent 204', 'same_number'],
    ['204@pbx.example', 'ext. 204', 'same_number'],
    ['+49 30 1234', '+49301234', 'same_number'],
    ['A. Berg', 'Anna Berg', 'initial'],
    ['Berg, A.', 'Anna Berg', 'initial'],
  ])('%s and %s: %s', (one, other, likeness) => {
    expect(likenessOf(one, other)).toBe(likeness)
    expect(likenessOf(other, one)).toBe(likeness)
  })

  it.each([
    ['Anna Berg', 'Arne Berg'],
    ['Anna', 'Anna Berg'],
    ['A. Berg', 'A. Berger'],
    ['anna@one.example', 'anna@two.example'],
    ['SIP/204', 'SIP/205'],
    ['12', 'SIP/12'],
    ['', ' '],
    ['?', '!'],
  ])('not %s and %s', (one, other) => {
    expect(pairOf(one, other)).toEqual([])
  })

  it('are told once each, by their surest likeness, the surest pairs first', () => {
    const found = likelySame([
      { repId: 9, names: ['Anna Berg', 'SIP/204'] },
      { repId: 2, names: ['204', 'Berg, Anna'] },
      { repId: 5, names: ['A. Berg'] },
    ])
    expect(found).toEqual([
      { likeness: 'same_name', repIds: [2, 9], names: ['Berg, Anna', 'Anna Berg'] },
      { likeness: 'initial', repIds: [2, 5], names: ['Berg, Anna', 'A. Berg'] },
      { likeness: 'initial', repIds: [5, 9], names: ['A. Berg', 'Anna Berg'] },
    ])
  })

  it('are not looked for behind a mark that many share', () => {
    expect(pairOf('Agent', 'agent', 'AGENT', 'aGent')).toHaveLength(6)
    expect(pairOf('Agent', 'agent', 'AGENT', 'aGent', 'ageNt')).toEqual([])
  })

  it('are never one rep, and the same in any order of reps', () => {
    const name = fc.oneof(
      fc.constantFrom('Anna Berg', 'Berg, Anna', 'A. Berg', '204', 'SIP/204', 'a@b.example'),
      fc.string(),
    )
    const reps = fc.uniqueArray(
      fc.record({ repId: fc.integer({ min: 1, max: 50 }), names: fc.array(name) }),
      { selector: ({ repId }) => repId, maxLength: 12 },
    )
    fc.assert(
      fc.property(reps, (some) => {
        const found = likelySame(some)
        for (const { repIds } of found) expect(repIds[0]).toBeLessThan(repIds[1])
        const pairs = found.map(({ repIds }) => repIds.join())
        expect(new Set(pairs).size).toBe(pairs.length)
        const keys = ({ likeness, repIds }: (typeof found)[number]) => [likeness, repIds]
        expect(likelySame([...some].reverse()).map(keys)).toEqual(found.map(keys))
      }),
    )
  })
})
