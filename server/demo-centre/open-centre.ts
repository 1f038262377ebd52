import { Refused, type Api } from './api.ts'
import { celebrate } from './celebrate.ts'
import { type Centre, type CentreGiven } from './centre.ts'
import { enter } from './enter.ts'
import { invitePeople } from './invite-people.ts'
import { plugIn } from './plug-in.ts'
import { invitedSignIns } from './sign-ins.ts'
import { tellCalls } from './tell-calls.ts'
import { tellFloor } from './tell-floor.ts'
import { writeReflections } from './write-reflections.ts'

/** How often the phone system tells what has ended since; at night most ticks send nothing. */
const tickMilliseconds = 4_000

/**
 * Opens the simulated call center: a phone system and its reps that know only the public API. An
 * empty installation is set up and told the history; at a later start the same world goes on
 * where it stopped. Then it is live until the signal says stop; that is when this returns.
 *
 * @throws if the API refuses the history or the people, or can't be reached for minutes
 */
export async function openCentre(given: CentreGiven): Promise<void> {
  const { log, signal, setupCode } = given
  const api: Api = { baseUrl: given.baseUrl, wait: given.wait, signal }
  try {
    const admin = await enter(api, setupCode)
    if (!admin) {
      log('This installation is not the simulated one; the simulated call center stays closed.')
      return
    }
    const centre = await plugIn(given, api, admin)
    await tellHistory(centre)
    await goLive(centre)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** The past in one go; then everybody else gets a sign-in, and the reps write. */
async function tellHistory(centre: Centre): Promise<void> {
  const { api, admin, sessions, given } = centre
  const accepted = await tellCalls(centre)
  given.log(`The simulated call center has told ${accepted} calls and is live.`)
  const opened = await invitePeople(api, admin, invitedSignIns)
  for (const [email, session] of opened) sessions.set(email, session)
  const recorded = await writeReflections(centre)
  given.log(`The simulated reps have written ${recorded} reflections.`)
}

async function goLive(centre: Centre): Promise<void> {
  const { signal, wait, log } = centre.given
  const isClosed = () => signal.aborted
  while (!isClosed()) {
    await wait(tickMilliseconds)
    try {
      await tellCalls(centre)
      await tellFloor(centre)
      await writeReflections(centre)
      await celebrate(centre)
    } catch (error) {
      if (isClosed()) return
      if (isRefused(error, 'key_unknown')) {
        log('The key of the simulated phone system was revoked; the centre closes.')
        return
      }
      log(`The simulated call center could not go on and tries again: ${String(error)}`)
      if (isRefused(error, 'not_signed_in')) await signInAgain(centre)
    }
  }
}

async function signInAgain(centre: Centre): Promise<void> {
  const admin = await enter(centre.api, undefined)
  if (admin) centre.admin = admin
}

const isRefused = (error: unknown, reason: Refused['reason']) =>
  error instanceof Refused && error.reason === reason
