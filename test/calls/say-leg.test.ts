import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type OutcomeOfCall, type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { classNames } from '../../shared/calls/class-names.ts'
import { sayLegOutcome } from '../../shared/calls/say-leg-outcome.ts'
import { sayLegTime } from '../../shared/calls/say-leg-time.ts'
import { sayLeg } from '../../shared/calls/say-leg.ts'
import { sayOutcome } from '../../shared/calls/say-outcome.ts'
import { sayPercentile } from '../../shared/calls/say-percentile.ts'
import { callClasses, outcomeSources, type CallClass } from '../../shared/calls/words.ts'

const sayDay = () => '9 March'

const resolved: OutcomeOfCall = {
  outcome: 'resolved',
  state: 'final',
  source: 'no_repeat',
  knownFrom: '2026-03-09T10:00:00Z',
  isLinkable: true,
}
const notResolved: OutcomeOfCall = {
  ...resolved,
  outcome: 'not_resolved',
  source: 'repeat_contact',
}
const open: OutcomeOfCall = { ...resolved, outcome: 'open', state: 'provisional', source: 'none' }

/** The call of METHOD 0: 28 minutes, on the path of V8. */
const long: TimeBesideOutcome = {
  handleSeconds: 1680,
  usual: {
    lowSeconds: 224.911777,
    medianSeconds: 515.501913,
    highSeconds: 1020.658526,
    calls: 40,
    version: 1,
  },
  timeClass: 'long',
  outcome: open,
  class: 'outcome_pending',
  isSuspect: false,
}
const longTime =
  '28 min; calls like this usually take 3 min 45 s – 17 min 1 s (middle 60 %), this one is longer than 92 % of them.'

describe('the sentence of METHOD 0', () => {
  test('on day 0 says the time and when the outcome can be known', () => {
    expect(sayLeg(long, 0.925, sayDay)).toBe(`${longTime} Outcome not known before 9 March.`)
  })

  test('on day 7 names the extra mile', () => {
    const final = { ...long, outcome: resolved, class: 'extra_mile' as const }
    expect(sayLeg(final, 0.925, sayDay)).toBe(
      `${longTime} Extra mile: long for its kind, and the customer did not have to call again.`,
    )
  })

  test('leaves the place among others out where it is not known', () => {
    expect(sayLegTime(long, null)).toBe(
      '28 min; calls like this usually take 3 min 45 s – 17 min 1 s (middle 60 %).',
    )
  })

  test('says too few instead of comparing', () => {
    const few = { ...long, usual: { tooFew: { have: 12, need: 30 } } }
    expect(sayLegTime(few, null)).toBe(
      '28 min; too few comparable calls to say what is usual (12 of 30 needed).',
    )
  })

  test('does not compare a time whose end may be missing, nor one that is not known', () => {
    expect(sayLegTime({ ...long, isSuspect: true }, 0.925)).toBe(
      '28 min recorded; its end may not have been registered, so it is not compared.',
    )
    expect(sayLegTime({ ...long, handleSeconds: null }, null)).toBe(
      'Its handle time was not recorded.',
    )
  })
})

describe('what became of it', () => {
  const said = (word: CallClass, outcome: OutcomeOfCall) =>
    sayLegOutcome({ class: word, outcome }, sayDay)

  test.each<[CallClass, OutcomeOfCall, string]>([
    [
      'efficient',
      resolved,
      'Efficient: short for its kind, and the customer did not have to call again.',
    ],
    ['solved', resolved, 'Solved: the customer did not have to call again.'],
    ['solved', { ...resolved, source: 'survey' }, 'Solved: the customer said it is resolved.'],
    ['solved', { ...resolved, source: 'supervisor' }, 'Solved: a supervisor found it resolved.'],
    ['hurried', notResolved, 'Hurried: ended quickly, and the customer had to call again.'],
    ['not_yet_solved', notResolved, 'Not yet solved: the customer had to call again.'],
    [
      'not_yet_solved',
      { ...notResolved, source: 'supervisor' },
      'Not yet solved: a supervisor found it not resolved.',
    ],
    [
      'needs_support',
      { ...notResolved, source: 'survey' },
      'Needs support: took long, and the customer said it is not resolved. What was missing: knowledge, a tool, authority?',
    ],
    ['outcome_pending', open, 'Outcome not known before 9 March.'],
    ['outcome_pending', { ...open, knownFrom: null }, 'Outcome not known yet.'],
    [
      'outcome_pending',
      { ...open, outcome: 'not_resolved', source: 'rep' },
      'Marked as not resolved on our side; outcome not known before 9 March.',
    ],
    [
      'outcome_pending',
      { ...open, outcome: 'resolved', source: 'survey' },
      'The customer said it is resolved; outcome not known before 9 March.',
    ],
    [
      'handed_on',
      resolved,
      'Handed on: a colleague took the customer over. The customer did not have to call again.',
    ],
    [
      'handed_on',
      open,
      'Handed on: a colleague took the customer over. Outcome not known before 9 March.',
    ],
    [
      'not_linkable',
      { ...open, isLinkable: false, knownFrom: null },
      'Not linkable: without a customer and an issue nobody can tell whether the customer called again, so it counts neither way.',
    ],
    [
      'not_counted',
      { ...open, knownFrom: null },
      'Not counted: outbound, internal, misrouted or cut off by the line, so it counts neither way.',
    ],
  ])('%s', (word, outcome, sentence) => {
    expect(said(word, outcome)).toBe(sentence)
  })

  test('a few words for a line of a list', () => {
    expect(sayOutcome(resolved, sayDay)).toBe('Resolved')
    expect(sayOutcome(notResolved, sayDay)).toBe('Not resolved')
    expect(sayOutcome(open, sayDay)).toBe('Open until 9 March')
    expect(sayOutcome({ ...open, knownFrom: null }, sayDay)).toBe('Open')
    expect(sayOutcome({ ...open, isLinkable: false }, sayDay)).toBe('Not linkable')
  })
})

describe('a place among others', () => {
  test.each([
    [0, 'shorter than all of them'],
    [0.05, 'shorter than 95 % of them'],
    [0.4999, 'shorter than 50 % of them'],
    [0.5, 'longer than 50 % of them'],
    [0.58, 'longer than 58 % of them'],
    [0.925, 'longer than 92 % of them'],
    [0.999, 'longer than 99 % of them'],
    [1, 'longer than all of them'],
  ])('%d is said as "%s"', (percentile, words) => {
    expect(sayPercentile(percentile)).toBe(words)
  })
})

const times = fc.record({
  handleSeconds: fc.option(fc.integer({ min: 0, max: 604_800 })),
  usual: fc.constantFrom(long.usual, { tooFew: { have: 3, need: 30 } }),
  timeClass: fc.constantFrom('short' as const, 'usual' as const, 'long' as const),
  isSuspect: fc.boolean(),
})
const percentiles = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))

describe('length alone', () => {
  test('changes nothing in what is said of the outcome', () => {
    fc.assert(
      fc.property(
        times,
        times,
        percentiles,
        fc.constantFrom(...callClasses),
        fc.constantFrom(resolved, notResolved, open),
        (one, other, percentile, word, outcome) => {
          const end = (time: typeof one) =>
            sayLeg({ ...time, class: word, outcome }, percentile, sayDay).slice(
              sayLegTime({ ...time, class: word, outcome }, percentile).length,
            )
          expect(end(one)).toBe(end(other))
        },
      ),
    )
  })

  test('is described in the same words whatever became of the call, and in none that judge', () => {
    fc.assert(
      fc.property(
        times,
        percentiles,
        fc.constantFrom(...callClasses),
        fc.constantFrom(resolved, notResolved, open),
        fc.constantFrom(...outcomeSources),
        (time, percentile, word, outcome, source) => {
          const seen = { ...time, class: word, outcome: { ...outcome, source } }
          const described = sayLegTime(seen, percentile)
          expect(described).toBe(
            sayLegTime({ ...time, class: 'solved', outcome: resolved }, percentile),
          )
          expect(described).not.toMatch(/slow|too long|late|exceed|over the|target|only|bad|poor/i)
        },
      ),
    )
  })
})

test('every class has a name of its own', () => {
  expect(new Set(Object.values(classNames)).size).toBe(callClasses.length)
})
