import { setImmediate as breathe } from 'node:timers/promises'
import { feeds } from '../../shared/intake/contract.ts'
import { type Api, type Speaker } from './api.ts'
import { secondsNow, type Centre, type CentreGiven } from './centre.ts'
import { everyItem } from './every-item.ts'
import { furnish } from './furnish.ts'
import { invitePeople } from './invite-people.ts'
import { earlierKeys, freshKey } from './phone-key.ts'
import { triedSignIns } from './sign-ins.ts'
import { source } from './world/as-record.ts'
import { dayOf, firstSecondOf, secondsPerHour } from './world/calendar.ts'
import { daysOf, warmUpDays } from './world/days.ts'
import { foundWorld } from './world/world.ts'

const historyDaysDefault = 90
/** Told again at a restart: calls that were under way when the centre closed. */
const overlapSeconds = 6 * secondsPerHour

/**
 * Connects the phone system: at the first start with teams, reps and a first day ninety days
 * back, at a later one with the same world and the place where its calls broke off.
 */
export async function plugIn(given: CentreGiven, api: Api, admin: Speaker): Promise<Centre> {
  const { seed, historyDays = historyDaysDefault } = given
  const today = dayOf(secondsNow(given))
  const earlier = await earlierKeys(api, admin)
  const firstDay = earlier.firstDay ?? today - historyDays
  const world = foundWorld(seed, firstDay)
  if (earlier.firstDay === null) await furnish(api, admin, world.people)
  const phone = await freshKey(api, admin, firstDay, earlier)
  const sessions = await invitePeople(api, admin, triedSignIns)
  const days = daysOf(world)
  const complete = await storedUntil(api, admin)
  const earliest = firstSecondOf(Math.max(firstDay, today - historyDays)) - 1
  const toldUntil = Math.max(earliest, (complete ?? 0) - overlapSeconds)
  await playUpTo(dayOf(toldUntil), firstDay, days)
  const nothingSaid = { saidComplete: 0, floorToldUntil: null, floorTold: 0, unwritten: [] }
  const nobodyCelebrated = { celebratedAt: 0, celebrated: new Set<string>() }
  return {
    ...{ given, api, world, days, admin, phone, sessions, toldUntil },
    ...nothingSaid,
    ...nobodyCelebrated,
  }
}

/** Up to when this phone system's records are complete, in seconds; null before the first. */
async function storedUntil(api: Api, admin: Speaker): Promise<number | null> {
  const all = await everyItem(api, admin, feeds, { params: {}, query: {} })
  const feed = all.find((one) => one.source === source)
  return feed?.completeUntil == null ? null : Math.floor(Date.parse(feed.completeUntil) / 1_000)
}

/** Plays day after day; after each the rest of the process has its turn. */
async function playUpTo(
  last: number,
  firstDay: number,
  days: (day: number) => unknown,
): Promise<void> {
  for (let day = firstDay - warmUpDays; day < last; day += 1) {
    days(day)
    await breathe()
  }
}
