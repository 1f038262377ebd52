import fc from 'fast-check'
import { expect } from 'vitest'
import { foldWords } from '../../../server/floor/fold-words.ts'
import { type AdapterSettings } from '../../../server/intake/adapters/adapter.ts'
import { lastWords } from '../../../server/intake/presence/last-words.ts'
import { checkPresenceEvent } from '../../../shared/floor/check-presence-event.ts'
import { type PresenceEvent, wordOnCall, wordOnRep } from '../../../shared/floor/presence.ts'
import { lineStates, repStates } from '../../../shared/floor/words.ts'
import { settingsWith, usualRuns } from '../adapters/adapter-property.ts'
import { mutated } from '../adapters/mutations.ts'

type Tell = (document: unknown, settings: AdapterSettings) => PresenceEvent[]
type Words = { reps: Record<string, string>; calls: Record<string, string> }

/** What each rep does and where each call stands, in short, once all of this was heard. */
export function heldAfter(events: readonly PresenceEvent[]): Words {
  const words: Words = { reps: {}, calls: {} }
  for (const event of lastWords(events)) {
    if (event.kind === 'rep') {
      const { rep, state, reason, queue, call } = event
      words.reps[rep] = [state, reason, queue, call].filter(Boolean).join(' ')
    } else if (event.kind === 'call') words.calls[event.call] = `${event.state} ${event.queue}`
  }
  return words
}

/** The last words as the server keeps them, delivery by delivery. */
function keptAfter(deliveries: readonly PresenceEvent[][]): string[] {
  const reps = new Map<string, ReturnType<typeof wordOnRep>>()
  const calls = new Map<string, ReturnType<typeof wordOnCall>>()
  for (const events of deliveries) {
    const onReps = events.flatMap((event) =>
      event.kind === 'rep' ? [wordOnRep(event, Date.parse(event.at))] : [],
    )
    const onCalls = events.flatMap((event) =>
      event.kind === 'call' ? [wordOnCall(event, Date.parse(event.at))] : [],
    )
    const news = {
      reps: foldWords([...reps.values()], onReps, ({ rep }) => rep, repStates).changed,
      calls: foldWords([...calls.values()], onCalls, ({ call }) => call, lineStates).changed,
    }
    for (const word of news.reps) reps.set(word.rep, word)
    for (const word of news.calls) calls.set(word.call, word)
  }
  return [...reps.values(), ...calls.values()].map((word) => JSON.stringify(word)).sort()
}

/** Any order of a story's documents, with any repetition, in any deliveries, comes to the same. */
export function holdsInAnyOrder(tell: Tell, story: readonly unknown[], settings = settingsWith()) {
  const plain = keptAfter([story.flatMap((document) => tell(document, settings))])
  const twice = [...story, ...story]
  const shuffled = fc.shuffledSubarray([...twice], { minLength: story.length * 2 })
  const property = fc.property(shuffled, fc.nat({ max: story.length * 2 }), (documents, cut) => {
    const deliveries = [documents.slice(0, cut), documents.slice(cut)].map((part) =>
      lastWords(part.flatMap((document) => tell(document, settings))),
    )
    expect(keptAfter(deliveries)).toEqual(plain)
  })
  fc.assert(property, { numRuns: usualRuns })
}

/** Whatever a document holds, nothing throws, and nothing is told that the floor would refuse. */
export function holdsForAnyDocument(tell: Tell, story: readonly unknown[]): void {
  const settings = settingsWith()
  const texts = story.map((document) => JSON.stringify(document, null, 1))
  const broken = mutated(texts).map((text): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  })
  fc.assert(
    fc.property(fc.oneof(broken, fc.anything()), (document) => {
      for (const event of tell(document, settings)) {
        expect(checkPresenceEvent(event, settings.now).problem).toBeNull()
      }
    }),
    { numRuns: usualRuns * 3 },
  )
}
