import { describe, expect, test } from 'vitest'
import { repPromptWords } from '../../shared/balance/label-words.ts'
import { standingLabels } from '../../shared/balance/standing-label.ts'
import { habits } from '../../shared/balance/words.ts'
import { sayAvoided, sayCoaching, sayNoStanding, sayReasons } from '../../web/balance/growth-say.ts'
import { standingExplanations } from '../../web/balance/standing-explanations.ts'
import { sayLabel } from '../../web/balance/standing-say.ts'
import {
  orderHabits,
  sayHabit,
  sayHabitLabel,
  type HabitSeen,
} from '../../web/balance/habit-say.ts'

const seen = (given: Partial<HabitSeen>): HabitSeen => ({
  habit: 'claims',
  of: 70,
  count: 23,
  usually: 11.2,
  effect: { median: -0.55, low: -1, high: -0.1 },
  label: 'no_clear_difference',
  moreNeeded: null,
  ...given,
})

describe('a habit', () => {
  test('is said as METHOD 4.4 words it', () => {
    expect(sayHabit(seen({}))).toBe(
      'Of 70 calls you marked solved, 23 customers called again; for calls like these it is usually about 11.',
    )
  })

  test.each(habits)('of %s says its counts, and never a percentage', (habit) => {
    const said = sayHabit(seen({ habit, of: 1_204, count: 1, usually: 0.3 }))
    expect(said).toContain('1,204 calls')
    expect(said).toMatch(/\b1\b.*usually hardly any\.$/)
    expect(said).not.toContain('%')
    expect(sayHabit(seen({ habit, of: 0, count: 0 }))).toBe('No such call of yours yet.')
  })

  test('says clearly what stands out, and how many calls are missing', () => {
    expect(sayHabitLabel(seen({ label: 'clearly_below' }))).toMatch(/more often/)
    expect(sayHabitLabel(seen({ label: 'clearly_above' }))).toMatch(/less often/)
    expect(sayHabitLabel(seen({ label: 'not_enough_calls', moreNeeded: 40 }))).toBe(
      'Not enough calls to tell; about 40 more needed.',
    )
    expect(sayHabitLabel(seen({ label: 'not_enough_calls' }))).toBe('Not enough calls to tell.')
  })

  test('stands before those of which less can be said', () => {
    const labels = [
      'not_enough_calls',
      'no_clear_difference',
      'clearly_above',
      'clearly_below',
    ] as const
    const ordered = orderHabits(labels.map((label) => seen({ label })))
    expect(ordered.map(({ label }) => label)).toEqual([...labels].reverse())
  })
})

describe('what a rep reads of themselves', () => {
  const aboutThem = /\b(this rep|the rep|reps?|rep’s|they|their)\b/i

  test.each(standingLabels)('%s is said to them', (label) => {
    expect(sayLabel(label, null, 'you')).toMatch(/\byour?\b/i)
    expect(sayLabel(label, null)).not.toMatch(/\byour?\b/i)
  })

  test('is explained to them, with the same bounds and the same entry as to who leads them', () => {
    const { you, rep } = standingExplanations
    for (const name of ['counts', 'rate', 'effect', 'time'] as const) {
      const { question, formula, source = '', anchor } = you[name]
      expect(`${question} ${formula} ${source}`).not.toMatch(aboutThem)
      expect(question).toMatch(/\byour?\b/)
      expect(anchor).toBe(rep[name].anchor)
      const numbers = (text: string) => text.match(/[+−]?\d[\d.,]*/g)
      expect(numbers(formula)).toEqual(numbers(rep[name].formula))
    }
  })

  test.each(['rushed', 'lacks_support'] as const)('%s is said to them', (prompt) => {
    expect(repPromptWords.you[prompt]).toMatch(/^Your?\b/)
  })
})

describe('what cannot be said of a rep', () => {
  const known = { watermark: '2026-11-22T22:00:00Z', version: 3, withheld: null }
  test.each([
    [{ ...known, watermark: null, version: null }, /No calls have come in/],
    [{ ...known, version: null }, /seven days old/],
    [{ ...known, withheld: { have: 3, need: 4 } }, /takes 4 reps .* there are 3\.$/],
    [{ ...known, withheld: { have: 1, need: 4 } }, /there is 1\.$/],
    [known, /No call of yours/],
  ])('comes with the reason: %j', (given, words) => {
    expect(sayNoStanding(given)).toMatch(words)
  })
})

describe('a recognition', () => {
  test('says why', () => {
    expect(sayReasons(['extra_mile', 'chain_ended'])).toBe(
      'Went the extra mile and ended a chain of calls.',
    )
  })

  test('says what such calls usually lead to, roughly, and nothing where it is not known', () => {
    expect(sayAvoided(675, 'no_repeat')).toBe(
      'Calls like this usually lead to another 11 min of calls later; this one led to none.',
    )
    expect(sayAvoided(null, 'no_repeat')).toBeNull()
    expect(sayAvoided(59, 'no_repeat')).toBeNull()
  })

  test('claims nothing of what followed where a person found the outcome', () => {
    expect(sayAvoided(675, 'supervisor')).toBe(
      'Calls like this usually lead to another 11 min of calls later.',
    )
  })

  test('is told apart from what a talk starts from, each in a sentence', () => {
    expect(sayCoaching('hurried')).toBe('It ended quickly and the customer had to call again.')
    expect(sayCoaching('needs_support')).toMatch(/^It took long .*\?$/)
  })
})
