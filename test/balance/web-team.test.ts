import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Recognition } from '../../shared/balance/contract.ts'
import { standingLabels, type StandingLabel } from '../../shared/balance/standing-label.ts'
import { repAnchor, repOfAnchor } from '../../web/balance/team-anchor.ts'
import { curveDays } from '../../web/balance/team-curve.ts'
import { sayHeadline, sayNames } from '../../web/balance/team-headline.ts'
import { groupsInOrderOfName, inOrderOfName } from '../../web/balance/team-order.ts'
import { recognitionsByWeek } from '../../web/balance/team-recognitions.ts'
import { readTeamSearch } from '../../web/balance/team-search.ts'
import { sayContacts, sayCost } from '../../web/balance/resolution-say.ts'
import { teamWords } from '../../web/balance/team-words.ts'
import { repStanding } from './rep-standings.ts'

describe('a comparison that is withheld', () => {
  it('says how many reps there are and how many it takes', () => {
    expect(teamWords.withheldWhy(3, 4)).toMatch(/^Between 3 reps .* at least 4\.$/)
    expect(teamWords.withheldWhy(1, 4)).toBe(
      'A comparison takes at least 4 reps with decided calls; here it is one.',
    )
    expect(teamWords.withheldWhy(0, 4)).toMatch(/here it is none\.$/)
  })
})

describe('the headline', () => {
  const labelled = (...labels: StandingLabel[]) => labels.map((label) => ({ label }))

  it('says how many are what, and none where there is none', () => {
    const team = labelled('clearly_above', 'no_clear_difference', 'not_enough_calls')
    expect(sayHeadline(team)).toBe(
      '3 reps: 1 clearly above, none clearly below, 1 in line with colleagues, 1 with too few calls to tell.',
    )
    expect(sayHeadline(labelled('clearly_below'))).toMatch(/^1 rep: none .* 1 clearly below,/)
  })

  it('adds up to all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...standingLabels), { maxLength: 60 }), (labels) => {
        const [all = '', ...parts] = sayHeadline(labelled(...labels)).split(/: |, /)
        const countIn = (part: string) => (part.startsWith('none') ? 0 : parseInt(part, 10))
        expect(parts.map(countIn).reduce((sum, count) => sum + count, 0)).toBe(parseInt(all, 10))
      }),
    )
  })

  it('names a few and counts the others', () => {
    expect(sayNames(['Ana'])).toBe('Ana')
    expect(sayNames(['Ana', 'Bo', 'Cy'])).toBe('Ana, Bo and Cy')
    expect(sayNames(['Ana', 'Bo', 'Cy', 'Dee'], 2)).toBe('Ana, Bo and 2 more')
  })
})

describe('the order of a list', () => {
  it('is the alphabet, as people know it', () => {
    const named = ['Zoë', 'Émile', 'Rep 10', 'Rep 2', 'ana'].map((name, place) =>
      repStanding({ rep: { id: place, name } }),
    )
    expect(inOrderOfName(named).map(({ rep }) => rep.name)).toEqual([
      'ana',
      'Émile',
      'Rep 2',
      'Rep 10',
      'Zoë',
    ])
  })

  it('says nothing about anybody: numbers never change it', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 })
    const number = fc.double({ min: 0.2, max: 5, noNaN: true })
    fc.assert(
      fc.property(
        names,
        fc.infiniteStream(number),
        fc.infiniteStream(number),
        (all, one, other) => {
          const orderWith = (numbers: Iterator<number>) => {
            const reps = all.map((name, place) =>
              repStanding({
                rep: { id: place, name },
                expected: numbers.next().value as number,
                timeIndex: { value: numbers.next().value as number, low: 0.1, high: 9, legs: 40 },
              }),
            )
            return inOrderOfName(reps).map(({ rep }) => rep.id)
          }
          expect(orderWith(one)).toEqual(orderWith(other))
        },
      ),
    )
  })

  it('of groups is the alphabet too', () => {
    const groups = ['mobile', 'billing', 'internet'].map((name) => ({ key: name, name }))
    expect(groupsInOrderOfName(groups).map(({ name }) => name)).toEqual([
      'billing',
      'internet',
      'mobile',
    ])
  })
})

describe('the address of the page', () => {
  it('keeps what makes sense', () => {
    const search = { team: '3', measure: 'return_24h', from: '2026-03-01', to: '2026-03-08' }
    expect(readTeamSearch(search)).toEqual({ ...search, team: 3 })
  })

  it('turns days round, and leaves out what makes none', () => {
    expect(readTeamSearch({ from: '2026-03-08', to: '2026-03-01' })).toEqual({
      from: '2026-03-01',
      to: '2026-03-08',
    })
    const odd = { team: '-1', measure: 'speed', from: '2026-02-30', to: ['2026-03-01'] }
    expect(readTeamSearch(odd)).toEqual({})
  })

  it('reads whatever anybody types', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => {
        const { team, from, to } = readTeamSearch(search)
        expect(team === undefined || team > 0).toBe(true)
        expect(from === undefined || to === undefined || from <= to).toBe(true)
      }),
    )
  })

  it('leads to a rep and back', () => {
    expect(repOfAnchor(repAnchor(42))).toBe(42)
  })
})

describe('what a resolution takes', () => {
  const plain = (said: string | null) => said?.replaceAll('\u00a0', ' ')

  it('is said with its interval, in whole minutes where it is long', () => {
    const short = sayCost({ count: 7, meanSeconds: 250, lowSeconds: -9, highSeconds: 600 })
    expect(plain(short.amount)).toBe('4 min 10 s')
    expect(plain(short.interval)).toBe('about 95 % sure of 0 s – 10 min')
    const long = sayCost({ count: 70, meanSeconds: 1_000, lowSeconds: 900, highSeconds: 1_101 })
    expect([plain(long.amount), plain(long.interval)]).toEqual([
      '17 min',
      'about 95 % sure of 15 min – 18 min',
    ])
  })

  it('is withheld where it rests on too little', () => {
    expect(sayCost({ tooFew: { have: 1, need: 2 } })).toEqual({
      amount: '1 closed: too few to say',
      interval: null,
    })
    expect(sayCost({ tooFew: { have: 0, need: 2 } }).amount).toBe('no closed chain yet')
    expect([sayContacts(null), sayContacts(1.2857)]).toEqual(['not known yet', '1.29'])
  })
})

describe('the curve of returns', () => {
  const dayOf = (day: number, atRisk: number) => ({
    ...{ day, atRisk, returns: 1, share: 0.9, low: 0.85, high: 0.94 },
  })

  it('ends before the first day on which fewer than ten calls are watched', () => {
    expect(curveDays([dayOf(1, 40), dayOf(2, 10), dayOf(3, 9)]).map(({ day }) => day)).toEqual([
      1, 2,
    ])
    expect(curveDays([dayOf(1, 9), dayOf(2, 40)])).toEqual([])
  })
})

describe('recognitions', () => {
  it('stand under their week, in the order in which they came', () => {
    const items = ['2026-03-09', '2026-03-02', '2026-03-09'].map(
      (week, place) => ({ week, expectedSecondsAvoided: place }) as Recognition,
    )
    const weeks = recognitionsByWeek(items)
    expect(weeks.map(({ week }) => week)).toEqual(['2026-03-09', '2026-03-02'])
    expect(weeks[0]!.items.map((item) => item.expectedSecondsAvoided)).toEqual([0, 2])
  })
})
