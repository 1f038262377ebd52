import { completeFeed } from '../../shared/intake/contract.ts'
import { tell } from './api.ts'
import { secondsNow, type Centre } from './centre.ts'
import { postCalls } from './post-calls.ts'
import { reflectionOn } from './words/reflect.ts'
import { source } from './world/as-record.ts'
import { secondsPerDay } from './world/calendar.ts'
import { completeUntil } from './world/complete-until.ts'

/** Reps write about calls of the last weeks, not about older ones. */
const reflectionDays = 28
/** While somebody may be looking on they write more often: some three times an hour by day. */
const liveEagerness = 2.5
const liveSeconds = 600

/**
 * Tells the calls that have become known since the last time; what reps will write about them is
 * kept until its time comes.
 *
 * @returns how many calls were new
 */
export async function tellCalls(centre: Centre): Promise<number> {
  const { given, api, world, phone, days, toldUntil } = centre
  const until = secondsNow(given)
  const { recordsPerRequest } = given
  const earliest = until - reflectionDays * secondsPerDay
  const written: Centre['unwritten'] = []
  const span = { days, after: toldUntil, until, recordsPerRequest }
  const { accepted, refused, firstRefusal } = await postCalls(api, phone, span, (call) => {
    if (call.knownAt <= earliest) return
    const eagerness = until - call.knownAt < liveSeconds ? liveEagerness : 1
    const reflection = reflectionOn(world.seed, call, eagerness)
    if (reflection) written.push(reflection)
  })
  if (firstRefusal !== null) {
    given.log(`${refused} simulated calls were refused, the first because: ${firstRefusal}`)
  }
  centre.toldUntil = Math.max(toldUntil, until)
  centre.unwritten.push(...written)
  await sayComplete(centre, until)
  return accepted
}

/**
 * Says how far the records are complete, so that outcomes mature in quiet hours too: once a
 * minute, whether or not anybody has called.
 */
async function sayComplete(centre: Centre, now: number): Promise<void> {
  const { api, phone, days, saidComplete } = centre
  const complete = completeUntil(days, now)
  if (complete < saidComplete + sayCompleteSeconds) return
  const body = { source, completeUntil: new Date(complete * 1_000).toISOString() }
  await tell(api, phone, completeFeed, { params: {}, body })
  centre.saidComplete = complete
}
const sayCompleteSeconds = 60
