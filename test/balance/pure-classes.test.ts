import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automaticRecognition } from '../../shared/balance/automatic-recognition.ts'
import { bestOutcome, type Evidence } from '../../shared/balance/best-outcome.ts'
import { callClass, coachingClasses } from '../../shared/balance/call-class.ts'
import { fastReturn } from '../../shared/balance/fast-return.ts'
import {
  coachingWords,
  moreNeededWords,
  recognitionWords,
  repPromptWords,
  standingWords,
} from '../../shared/balance/label-words.ts'
import { legOutcome } from '../../shared/balance/leg-outcome.ts'
import { repPrompt } from '../../shared/balance/rep-prompt.ts'
import { standingLabels } from '../../shared/balance/standing-label.ts'
import { timeClass } from '../../shared/balance/time-class.ts'
import { windowStatus } from '../../shared/balance/window-status.ts'
import { handedOn } from '../../shared/calls/handed-on.ts'
import {
  claims,
  outcomes,
  outcomeStates,
  timeClasses,
  windowStatuses,
} from '../../shared/calls/words.ts'

const yesOrNo = [true, false]
const everyLeg = timeClasses.flatMap((timeClass) =>
  outcomes.flatMap((outcome) =>
    outcomeStates.flatMap((state) =>
      yesOrNo.flatMap((handedOn) =>
        yesOrNo.flatMap((linkable) =>
          yesOrNo.map((counted) => ({ timeClass, outcome, state, handedOn, linkable, counted })),
        ),
      ),
    ),
  ),
)

describe('T6: valence', () => {
  it.each(['hurried', 'needs_support', 'not_yet_solved'])('%s is final and not resolved', (bad) => {
    const legs = everyLeg.filter((leg) => callClass(leg) === bad)
    expect(legs.length).toBeGreaterThan(0)
    for (const leg of legs)
      expect(leg).toMatchObject({
        outcome: 'not_resolved',
        state: 'final',
        handedOn: false,
        linkable: true,
        counted: true,
      })
  })

  it('a final resolved leg is efficient, solved or extra mile', () => {
    const legs = everyLeg.filter(
      (leg) =>
        leg.outcome === 'resolved' &&
        leg.state === 'final' &&
        !leg.handedOn &&
        leg.linkable &&
        leg.counted,
    )
    expect(new Set(legs.map(callClass))).toEqual(new Set(['efficient', 'solved', 'extra_mile']))
  })

  it('without a final outcome nothing is said', () => {
    for (const leg of everyLeg.filter(({ state }) => state === 'provisional'))
      expect(['not_counted', 'not_linkable', 'handed_on', 'outcome_pending']).toContain(
        callClass(leg),
      )
  })

  it('the coaching list holds legs that are not resolved, and no others', () => {
    const listed: readonly string[] = coachingClasses
    for (const leg of everyLeg.filter((leg) => listed.includes(callClass(leg))))
      expect(leg.outcome).toBe('not_resolved')
  })

  it('no reference behaves like usual, and nothing is said of a leg that is not counted', () => {
    for (const leg of everyLeg) {
      const like = (timeClass: 'usual' | 'no_reference') => callClass({ ...leg, timeClass })
      expect(like('no_reference')).toBe(like('usual'))
      if (!leg.counted) expect(callClass(leg)).toBe('not_counted')
    }
  })
})

describe('recognition', () => {
  const resolvedLeg = { outcome: 'resolved', state: 'final' } as const
  const unhindered = { ...resolvedLeg, handedOn: false, linkable: true, counted: true }
  const reasonsFor = (rank: number, seconds: number, median: number, position: number) =>
    automaticRecognition({
      callClass: callClass({ ...unhindered, timeClass: timeClass(rank, seconds, median) }),
      conflicts: [],
      suspect: false,
      position,
    })

  it('T7: stays when a resolved leg takes longer', () => {
    const rank = fc.double({ min: 0, max: 1, noNaN: true })
    const seconds = fc.integer({ min: 1, max: 14_400 })
    fc.assert(
      fc.property(rank, rank, seconds, seconds, seconds, (r1, r2, s1, s2, median) => {
        const shorter = reasonsFor(Math.min(r1, r2), Math.min(s1, s2), median, 1)
        const longer = reasonsFor(Math.max(r1, r2), Math.max(s1, s2), median, 1)
        expect(longer).toEqual(expect.arrayContaining(shorter))
      }),
    )
  })

  it('is for a long resolved call, and for ending a chain', () => {
    expect(reasonsFor(0.925, 1680, 515, 3)).toEqual(['extra_mile', 'chain_ended'])
    expect(reasonsFor(0.5, 500, 515, 3)).toEqual(['chain_ended'])
    expect(reasonsFor(0.05, 100, 515, 2)).toEqual([])
  })

  it('withholds the extra mile from a suspect duration, and both from conflicting evidence', () => {
    const leg = { callClass: 'extra_mile', conflicts: [], suspect: false, position: 1 } as const
    expect(automaticRecognition({ ...leg, conflicts: [] })).toEqual(['extra_mile'])
    expect(automaticRecognition({ ...leg, conflicts: [], suspect: true })).toEqual([])
    expect(automaticRecognition({ ...leg, conflicts: ['survey_and_repeat'] })).toEqual([])
    const third = { ...leg, callClass: 'solved', position: 3 } as const
    expect(automaticRecognition({ ...third, conflicts: ['supervisor_and_repeat'] })).toEqual([])
  })

  it('is for nothing but a final resolved leg', () => {
    for (const leg of everyLeg) {
      const reasons = automaticRecognition({
        callClass: callClass(leg),
        conflicts: [],
        suspect: false,
        position: 4,
      })
      if (reasons.length > 0) expect(leg).toMatchObject(resolvedLeg)
    }
  })
})

describe('evidence', () => {
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    source: fc.constantFrom('supervisor' as const, 'survey' as const, 'rep' as const),
    claim: fc.constantFrom(...claims),
    at: fc.integer({ min: 0, max: 5 }),
    byHandler: fc.boolean(),
  })
  const all = fc.array(evidence, { maxLength: 6 })

  it('has the same result in any order', () => {
    fc.assert(
      fc.property(all, fc.boolean(), fc.boolean(), (some, mature, repeat) => {
        expect(bestOutcome(some.toReversed(), mature, repeat)).toEqual(
          bestOutcome(some, mature, repeat),
        )
      }),
    )
  })

  it("T2: is never made final, nor put in conflict, by a rep's own word", () => {
    fc.assert(
      fc.property(all, evidence, fc.boolean(), fc.boolean(), (some, more, mature, repeat) => {
        const before = bestOutcome(some, mature, repeat)
        const after = bestOutcome([...some, { ...more, source: 'rep' }], mature, repeat)
        expect(after.conflicts).toEqual(before.conflicts)
        expect(after.state).toBe(before.state)
        if (before.state === 'final') expect(after).toEqual(before)
      }),
    )
  })

  it('takes the latest answer of a source, and a survey as final once the window is closed', () => {
    const answer = (claim: Evidence['claim'], at: number): Evidence => ({
      source: 'survey',
      claim,
      at,
      byHandler: false,
    })
    const [no, yes] = [answer('not_resolved', 1), answer('resolved', 2)]
    const final = { source: 'survey', state: 'final' }
    expect(bestOutcome([no], false, false)).toMatchObject({ outcome: 'not_resolved', ...final })
    expect(bestOutcome([yes, no], true, false)).toMatchObject({ outcome: 'resolved', ...final })
    expect(bestOutcome([yes, no], false, false)).toMatchObject({
      outcome: 'resolved',
      source: 'survey',
      state: 'provisional',
    })
    const tied = [no, answer('resolved', 1)]
    expect(bestOutcome(tied, true, false)).toMatchObject({ outcome: 'resolved', ...final })
  })

  it('shows who contradicts a repeat, with both sources', () => {
    const said = (source: Evidence['source'], byHandler = false): Evidence => ({
      source,
      claim: 'resolved',
      at: 1,
      byHandler,
    })
    expect(bestOutcome([said('survey')], true, true)).toMatchObject({
      outcome: 'not_resolved',
      source: 'repeat_contact',
      conflicts: ['survey_and_repeat'],
    })
    expect(bestOutcome([said('supervisor'), said('survey')], true, true)).toMatchObject({
      outcome: 'resolved',
      source: 'supervisor',
      conflicts: ['supervisor_and_repeat', 'survey_and_repeat'],
    })
    expect(bestOutcome([said('supervisor', true)], true, true).conflicts).toEqual([])
    expect(bestOutcome([said('survey'), said('supervisor')], true, false).conflicts).toEqual([])
  })
})

describe('what a leg counts', () => {
  const week = 7 * 86_400

  it('takes a return after exactly one window for a new start', () => {
    const times = { startedAt: 0, window: week, watermarkAt: week }
    expect(windowStatus(true, { ...times, nextSameIssueAt: week - 1 })).toBe('not_resolved')
    expect(windowStatus(true, { ...times, nextSameIssueAt: week })).toBe('resolved')
    expect(windowStatus(true, { ...times, nextSameIssueAt: null, watermarkAt: week - 1 })).toBe(
      'open',
    )
    expect(windowStatus(false, { ...times, nextSameIssueAt: 1 })).toBe('unlinkable')
  })

  it.each(windowStatuses)('counts no immature, neutral or unlinkable leg: %s', (status) => {
    const leg = { handedOn: false, neutral: false, mature: true }
    expect(legOutcome(status, { ...leg, mature: false })).toBeNull()
    expect(legOutcome(status, { ...leg, neutral: true })).toBeNull()
    if (status === 'unlinkable') expect(legOutcome(status, leg)).toBeNull()
  })

  it('gives a resolved call to the leg that saw it through', () => {
    const leg = { neutral: false, mature: true }
    expect(legOutcome('resolved', { ...leg, handedOn: false })).toBe(1)
    expect(legOutcome('resolved', { ...leg, handedOn: true })).toBe(0)
    expect(legOutcome('not_resolved', { ...leg, handedOn: false })).toBe(0)
  })

  it('waits a day for the fast return, by the watermark', () => {
    const day = 86_400
    const call = { startedAt: 5000, watermarkAt: 5000 + day }
    const leg = { handedOn: false, neutral: false }
    expect(fastReturn(true, { ...call, nextAttemptAt: 4999 + day }, leg)).toBe(0)
    expect(fastReturn(true, { ...call, nextAttemptAt: 5000 + day }, leg)).toBe(1)
    expect(fastReturn(true, { ...call, nextAttemptAt: null }, leg)).toBe(1)
    expect(
      fastReturn(true, { ...call, nextAttemptAt: 5001, watermarkAt: 4999 + day }, leg),
    ).toBeNull()
    expect(fastReturn(false, { ...call, nextAttemptAt: 1 }, leg)).toBeNull()
    expect(fastReturn(true, { ...call, nextAttemptAt: 1 }, { ...leg, handedOn: true })).toBeNull()
    expect(fastReturn(true, { ...call, nextAttemptAt: 1 }, { ...leg, neutral: true })).toBeNull()
  })

  it('knows who handed the customer on', () => {
    const rows = [
      ['completed', true, false],
      ['completed', false, true],
      ['conference', true, false],
      ['conference', false, false],
      ['blind_transfer', true, true],
      ['attended_transfer', true, true],
      ['lost', true, false],
      ['lost', false, true],
      [null, true, false],
      [null, false, true],
    ] as const
    for (const [ending, isLast, expected] of rows)
      expect(handedOn(ending, isLast), `${ending}, last: ${isLast}`).toBe(expected)
  })
})

describe('words', () => {
  it('prompt only beside clearly below', () => {
    const quick = { low: 0.5, high: 0.9 }
    const slow = { low: 1.1, high: 1.6 }
    const alike = { low: 0.9, high: 1.1 }
    for (const label of standingLabels) {
      const isBelow = label === 'clearly_below'
      expect(repPrompt(label, quick)).toBe(isBelow ? 'rushed' : null)
      expect(repPrompt(label, slow)).toBe(isBelow ? 'lacks_support' : null)
      expect(repPrompt(label, alike)).toBeNull()
    }
  })

  it('leave a place for the one number they name', () => {
    expect(moreNeededWords).toContain('{more}')
    const said = Object.values(standingWords).flatMap((words) => Object.values(words))
    for (const sentence of said) expect(sentence).not.toMatch(/[{}\d]/)
  })

  it('never say minutes or seconds of a person', () => {
    const [prompts, labels] = [Object.values(repPromptWords), Object.values(standingWords)]
    const words = [coachingWords, recognitionWords, ...prompts, ...labels]
    const said = words.flatMap((record) => Object.values(record))
    for (const sentence of said) expect(sentence).not.toMatch(/minute|second|slow|average/i)
  })
})
