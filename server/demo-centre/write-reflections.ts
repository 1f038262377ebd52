import { list } from '../../shared/calls/contract.ts'
import { record } from '../../shared/reflections/contract.ts'
import { signIn } from '../../shared/roster/contract.ts'
import { nobody, Refused, tell, type Speaker } from './api.ts'
import { secondsNow, type Centre } from './centre.ts'
import { everyItem } from './every-item.ts'
import { repIdsByAlias } from './invite-people.ts'
import { signInByPlace } from './sign-ins.ts'
import { type WrittenReflection } from './words/reflect.ts'
import { dateOf, dayOf } from './world/calendar.ts'

/**
 * Records the reflections whose time has come, as the reps who had the calls. A call that already
 * carries one is left alone, and so is one that is not there.
 *
 * @returns how many were recorded
 */
export async function writeReflections(centre: Centre): Promise<number> {
  const now = secondsNow(centre.given)
  const due = centre.unwritten.filter(({ writtenAt }) => writtenAt <= now)
  if (due.length === 0) return 0
  const repIds = await repIdsByAlias(centre.api, centre.admin)
  const writers = { ...centre, repIds }
  let recorded = 0
  for (const one of due) {
    if (await writeOne(writers, one)) recorded += 1
  }
  centre.unwritten = centre.unwritten.filter(({ writtenAt }) => writtenAt > now)
  return recorded
}

/** What it takes to write as a rep: who may look calls up, and the reps' own sessions. */
type Writers = Pick<Centre, 'api' | 'admin' | 'sessions'> & {
  repIds: ReadonlyMap<string, number>
}

async function writeOne(writers: Writers, written: WrittenReflection): Promise<boolean> {
  const { api, sessions } = writers
  const callId = await callWithoutReflection(writers, written)
  const person = signInByPlace.get(written.rep.place)
  if (callId === null || !person) return false
  const write = async (rep: Speaker) =>
    tell(api, rep, record, { params: { callId }, body: written.reflection })
  try {
    const open = sessions.get(person.email)
    try {
      await write(open ?? (await signedIn(writers, person.email, person.password)))
    } catch (error) {
      // The session has ended; a new one is opened once.
      if (!open || !isRefused(error, 'not_signed_in')) throw error
      await write(await signedIn(writers, person.email, person.password))
    }
    return true
  } catch (error) {
    // Passwords and calls are the installation's own to change: then this rep writes no more.
    if (isRefused(error, 'wrong_credentials') || isRefused(error, 'call_unknown')) return false
    throw error
  }
}

const isRefused = (error: unknown, reason: Refused['reason']) =>
  error instanceof Refused && error.reason === reason

async function signedIn(
  { api, sessions }: Writers,
  email: string,
  password: string,
): Promise<Speaker> {
  const { cookie } = await tell(api, nobody, signIn, { params: {}, body: { email, password } })
  sessions.set(email, { cookie })
  return { cookie }
}

/** Which call it is on the other side: the rep's one that began at this second. */
async function callWithoutReflection(
  { api, admin, repIds }: Writers,
  { rep, call }: WrittenReflection,
): Promise<number | null> {
  const repId = repIds.get(rep.alias)
  if (repId === undefined) return null
  const day = dateOf(dayOf(call.attempt.at))
  const query = { rep: [repId], from: day, to: day }
  const lines = await everyItem(api, admin, list, { params: {}, query })
  const line = lines.find(({ startedAt }) => Date.parse(startedAt) === call.attempt.at * 1_000)
  return line && !line.hasReflection ? line.callId : null
}
