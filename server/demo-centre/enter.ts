import { setUp, setup, signIn } from '../../shared/roster/contract.ts'
import { ask, nobody, Refused, tell, type Api, type Speaker } from './api.ts'
import { adminSignIn, organizationName } from './sign-ins.ts'

/**
 * Sets an empty installation up, or signs in to the one that was set up earlier. Null where the
 * installation is somebody's own: simulated calls never get among real ones.
 *
 * @param code the one printed at the start, where the server asks for it
 */
export async function enter(api: Api, code: string | undefined): Promise<Speaker | null> {
  const { needsFirstAdmin } = await ask(api, nobody, setup, { params: {}, query: {} })
  const { name, email, password } = adminSignIn
  try {
    const { reply, cookie } = needsFirstAdmin
      ? await tell(api, nobody, setUp, {
          params: {},
          body: {
            organization: organizationName,
            name,
            email,
            password,
            isSimulated: true,
            ...(code === undefined ? {} : { code }),
          },
        })
      : await tell(api, nobody, signIn, { params: {}, body: { email, password } })
    return reply.organization.isSimulated ? { cookie } : null
  } catch (error) {
    if (error instanceof Refused && error.reason === 'wrong_credentials') return null
    throw error
  }
}
