import { signIn } from '../../shared/roster/contract.ts'
import { nobody, Refused, tell, type Speaker } from './api.ts'
import { type Centre } from './centre.ts'
import { signInByPlace } from './sign-ins.ts'

/**
 * Lets a simulated rep do something in a session of their own, opened where there is none or it has
 * ended. Null where they cannot: passwords and calls are the installation's own to change.
 *
 * @param place which rep it is
 */
export async function asRep<T>(
  { api, sessions }: Pick<Centre, 'api' | 'sessions'>,
  place: number,
  act: (rep: Speaker) => Promise<T>,
): Promise<T | null> {
  const person = signInByPlace.get(place)
  if (!person) return null
  const { email, password } = person
  const signedIn = async (): Promise<Speaker> => {
    const { cookie } = await tell(api, nobody, signIn, { params: {}, body: { email, password } })
    sessions.set(email, { cookie })
    return { cookie }
  }
  try {
    const open = sessions.get(email)
    try {
      return await act(open ?? (await signedIn()))
    } catch (error) {
      // The session has ended; a new one is opened once.
      if (!open || !isRefused(error, 'not_signed_in')) throw error
      return await act(await signedIn())
    }
  } catch (error) {
    if (own.some((reason) => isRefused(error, reason))) return null
    throw error
  }
}

/** What the installation may have changed meanwhile. */
const own = ['wrong_credentials', 'call_unknown', 'not_recognized', 'nothing_to_share'] as const

const isRefused = (error: unknown, reason: Refused['reason']) =>
  error instanceof Refused && error.reason === reason
