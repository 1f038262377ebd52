import { hearEvents } from '../../shared/floor/contract.ts'
import { eventsPerRequestLimit, type PresenceEvent } from '../../shared/floor/presence.ts'
import { tell } from './api.ts'
import { secondsNow, type Centre } from './centre.ts'
import { source } from './world/as-record.ts'
import { presenceAt, presenceBetween } from './world/presence.ts'

/** In quiet hours the phone system says once a minute that it is there. */
const aliveSeconds = 60

/** Tells what has happened on the floor since the last time; at first, how everything stands. */
export async function tellFloor(centre: Centre): Promise<void> {
  const { given, api, world, days, phone, floorToldUntil, floorTold } = centre
  const now = secondsNow(given)
  const events =
    floorToldUntil === null
      ? presenceAt(world, days, now)
      : presenceBetween(world, days, floorToldUntil, now)
  if (events.length === 0 && now - floorTold >= aliveSeconds) {
    events.push({ kind: 'alive', source, at: new Date(now * 1_000).toISOString() })
  }
  for (let from = 0; from < events.length; from += eventsPerRequestLimit) {
    const body: PresenceEvent[] = events.slice(from, from + eventsPerRequestLimit)
    await tell(api, phone, hearEvents, { params: {}, body })
  }
  if (events.length > 0) centre.floorTold = now
  centre.floorToldUntil = now
}
