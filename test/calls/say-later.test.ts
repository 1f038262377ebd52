import { describe, expect, it } from 'vitest'
import { type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { sayLater } from '../../shared/calls/say-later.ts'
import { sayCompared } from '../../web/calls/say-compared.ts'

const time: TimeBesideOutcome = {
  handleSeconds: 1_680,
  usual: { lowSeconds: 225, medianSeconds: 540, highSeconds: 1_021, calls: 40, version: 1 },
  timeClass: 'long',
  outcome: {
    ...{ outcome: 'resolved', state: 'final', source: 'no_repeat', isLinkable: true },
    knownFrom: '2026-03-15T10:00:00Z',
  },
  class: 'extra_mile',
  isSuspect: false,
}
const later = {
  ...{ usualMeanSeconds: 675, lowSeconds: 610, highSeconds: 790, legs: 320 },
  ...{ ledToCalls: 0, ledToSeconds: 0 },
}

describe('what a call took beyond the usual and what such calls lead to', () => {
  it('is two figures in one sentence, never one taken from the other', () => {
    expect(sayLater(time, later)).toBe(
      'Took 19 min longer than usual; calls like this usually lead to another 11 min of calls later (about 95 % sure of 10 min – 13 min); this one led to none.',
    )
  })

  it('is said both ways, and as usual where there is no difference', () => {
    const took = (handleSeconds: number) => sayLater({ ...time, handleSeconds }, later)
    expect(took(120)).toMatch(/^Took 7 min less than usual;/)
    expect(took(540)).toMatch(/^Took as long as usual;/)
  })

  it('says what followed as far as it may be seen', () => {
    const led = (ledToCalls: number, ledToSeconds: number | null) =>
      sayLater(time, { ...later, ledToCalls, ledToSeconds })
    expect(led(1, null)).toMatch(/this one led to 1 call\.$/)
    expect(led(2, 400)).toMatch(/this one led to 6 min 40 s in 2 calls\.$/)
    expect(led(0, 90)).toMatch(/this one led to another 1 min 30 s within the call\.$/)
  })

  it('waits for the outcome, and is not said of a suspect time', () => {
    const outcome = { ...time.outcome, state: 'provisional' as const }
    expect(sayLater({ ...time, outcome }, later)).toBeNull()
    expect(sayLater({ ...time, isSuspect: true }, later)).toBeNull()
    expect(sayLater(time, null)).toBeNull()
  })
})

describe('what it rests on', () => {
  it('is said in calls, and that a thin kind leans on wider ones', () => {
    expect(sayCompared(time, later, true)).toBe(
      'Compared with 40 calls of exactly this kind by other reps, leaning on wider kinds; what usually follows, with 320 about this issue.',
    )
    const usual = { lowSeconds: 1, medianSeconds: 2, highSeconds: 3, calls: 1_240, version: 1 }
    expect(sayCompared({ ...time, usual }, null, false)).toBe(
      'Compared with 1,240 calls of this kind by other reps.',
    )
    const tooFew = { tooFew: { have: 3, need: 4 } }
    expect(sayCompared({ ...time, usual: tooFew }, later, false)).toBeNull()
  })
})
