import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFloor } from '../../server/floor/organization-floor.ts'
import { nobodyThere } from '../../shared/floor/floor.ts'
import { type LinePresence, type RepPresence } from '../../shared/floor/presence.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const rings = (rep: string, at: number): RepPresence => ({
  ...{ source: 'one', rep, state: 'ringing', reason: null, queue: 'Billing', call: 'c1' },
  at: now + at,
})
const line = (state: LinePresence['state'], at: number): LinePresence => ({
  ...{ source: 'one', call: 'c1', state, queue: 'Billing', customerKey: null, at: now + at },
})
type Word = { rep?: RepPresence; line?: LinePresence }

/** What people do once each of these was read, one after the other. */
function peopleAfter(words: readonly Word[]) {
  const floor = openFloor('epoch')
  const slow = { days: {}, mood: null, recognitions: [], word: null }
  for (const [place, word] of words.entries()) {
    const changes = {
      reps: word.rep ? [word.rep] : [],
      lines: word.line ? [word.line] : [],
      sources: [{ source: 'one', heardAt: now }],
      upTo: place + 1,
    }
    floor.move(changes, slow, now)
  }
  const snapshot = floor.snapshot(now)
  return snapshot.kind === 'snapshot' ? snapshot.floor.people : null
}

test('a phone rings no longer for a call that somebody else answered, in any order', () => {
  const words: Word[] = [
    { rep: rings('ana', 1) },
    { rep: rings('ben', 2) },
    { line: line('answered', 5) },
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: 3 }), (shuffled) => {
      expect(peopleAfter(shuffled)).toEqual({ ...nobodyThere, available: 2 })
    }),
  )
})

test('it rings on while the call waits, and anew for a call that is handed on', () => {
  const ringing = { ...nobodyThere, ringing: 1 }
  expect(peopleAfter([{ rep: rings('ana', 1) }, { line: line('waiting', 0) }])).toEqual(ringing)
  expect(peopleAfter([{ line: line('answered', 5) }, { rep: rings('ben', 9) }])).toEqual(ringing)
})
