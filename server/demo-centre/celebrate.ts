import { recognitions } from '../../shared/balance/contract.ts'
import { showRecognition } from '../../shared/floor/contract.ts'
import { ask, tell, type Speaker } from './api.ts'
import { asRep } from './as-rep.ts'
import { secondsNow, type Centre } from './centre.ts'
import { signInByPlace } from './sign-ins.ts'
import { dayOf, firstSecondOf, secondsPerHour } from './world/calendar.ts'
import { oneOf } from './world/draws.ts'
import { seededRandom, type Random } from './world/random.ts'

/** Nobody needs it sooner: a recognized call is a week old. */
const lookSeconds = 60
/** One rep in so many puts a call of theirs on the board on a day, at some time until the evening. */
const shareOfReps = 0.4
const untilHour = 17
/** They choose among the first of their list. */
const choiceLimit = 10

/**
 * Lets reps put a recognized call of theirs on the board, as they would on My growth. Who has none
 * yet is asked again at the next look: at a first start the calls are worked out meanwhile.
 */
export async function celebrate(centre: Centre): Promise<void> {
  const now = secondsNow(centre.given)
  if (now < centre.celebratedAt + lookSeconds) return
  centre.celebratedAt = now
  const day = dayOf(now)
  for (const place of signInByPlace.keys()) {
    const random = seededRandom(centre.world.seed, day, place, 0xce1e)
    const isWilling = random() < shareOfReps
    const at = firstSecondOf(day) + random() * untilHour * secondsPerHour
    const key = `${day} ${place}`
    if (!isWilling || at > now || centre.celebrated.has(key)) continue
    const isShown = await asRep(centre, place, (rep) => showOne(centre, rep, random))
    if (isShown === true) centre.celebrated.add(key)
  }
}

/** @returns whether there was one to show */
async function showOne({ api }: Centre, rep: Speaker, random: Random): Promise<boolean> {
  const query = { limit: choiceLimit }
  const { items } = await ask(api, rep, recognitions, { params: {}, query })
  if (items.length === 0) return false
  const { callId, legNo } = oneOf(random, items).call
  await tell(api, rep, showRecognition, { params: { callId, legNo }, body: { isShown: true } })
  return true
}
