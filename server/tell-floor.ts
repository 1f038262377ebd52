import { eventsPerRequestLimit, type PresenceEvent } from '../shared/floor/presence.ts'
import { type Hear } from './floor/open-hearing.ts'
import { Refused } from './http/refused.ts'

/** Tells the floor any number of events, as many at once as one request may have. */
export async function tellFloor(
  hear: Hear,
  organizationId: number,
  events: readonly PresenceEvent[],
): Promise<void> {
  for (let from = 0; from < events.length; from += eventsPerRequestLimit) {
    const part = events.slice(from, from + eventsPerRequestLimit)
    await hear(
      organizationId,
      part.map((value, index) => ({ index, value })),
    )
  }
}

/**
 * Where intake and the floor meet: what deliveries tell of the floor. It never fails: the calls of
 * the delivery are stored, and a word that is lost is made up for by the next one on the same rep
 * or call.
 */
export function openTelling(hear: Hear, log: (error: unknown) => void) {
  return async (organizationId: number, events: readonly PresenceEvent[]): Promise<void> => {
    try {
      await tellFloor(hear, organizationId, events)
    } catch (error) {
      if (!(error instanceof Refused)) log(error)
    }
  }
}
