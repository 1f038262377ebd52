import {
  laterOf,
  type PresenceEvent,
  wordOnCall,
  wordOnRep,
} from '../../../shared/floor/presence.ts'
import { lineStates, repStates } from '../../../shared/floor/words.ts'

type Of<K extends PresenceEvent['kind']> = Extract<PresenceEvent, { kind: K }>

/**
 * Of many events the ones that hold: the last word on each rep and each call, and of a source that
 * said nothing else that it is there. Whoever is told these knows what the whole told, but for a
 * caller who was named by an earlier word only: their name goes with the last one.
 */
export function lastWords(events: readonly PresenceEvent[]): PresenceEvent[] {
  const reps = new Map<string, Of<'rep'>>()
  const calls = new Map<string, Of<'call'>>()
  const alive = new Map<string, Of<'alive'>>()
  for (const event of events) {
    if (event.kind === 'rep') {
      const key = `${event.source}\0${event.rep}`
      reps.set(key, laterOnRep(reps.get(key) ?? event, event))
    } else if (event.kind === 'call') {
      const key = `${event.source}\0${event.call}`
      const before = calls.get(key) ?? event
      const last = laterOnCall(before, event)
      const customer = last.customer ?? event.customer ?? before.customer
      calls.set(key, customer === undefined ? last : { ...last, customer })
    } else alive.set(event.source, event)
  }
  const words = [...reps.values(), ...calls.values()]
  for (const { source } of words) alive.delete(source)
  return [...words, ...alive.values()]
}

function laterOnRep(before: Of<'rep'>, event: Of<'rep'>): Of<'rep'> {
  const word = wordOnRep(event, Date.parse(event.at))
  return laterOf(wordOnRep(before, Date.parse(before.at)), word, repStates) === word
    ? event
    : before
}

function laterOnCall(before: Of<'call'>, event: Of<'call'>): Of<'call'> {
  const word = wordOnCall(event, Date.parse(event.at))
  return laterOf(wordOnCall(before, Date.parse(before.at)), word, lineStates) === word
    ? event
    : before
}
