import { acceptInvitation, invite, people, reps, teams } from '../../shared/roster/contract.ts'
import { nobody, Refused, tell, type Api, type Speaker } from './api.ts'
import { everyItem } from './every-item.ts'
import { type SignIn } from './sign-ins.ts'
import { source } from './world/as-record.ts'

/**
 * Invites those who cannot sign in yet and takes the invitations up for them.
 *
 * @returns the sessions that this has opened, by address
 */
export async function invitePeople(
  api: Api,
  admin: Speaker,
  signIns: readonly SignIn[],
): Promise<Map<string, Speaker>> {
  const nothing = { params: {}, query: {} }
  const there = new Set((await everyItem(api, admin, people, nothing)).map(({ email }) => email))
  const teamIds = new Map(
    (await everyItem(api, admin, teams, nothing)).map(({ id, name }) => [name, id]),
  )
  const repIds = await repIdsByAlias(api, admin)
  const sessions = new Map<string, Speaker>()
  for (const signIn of signIns) {
    if (there.has(signIn.email)) continue
    const repId = signIn.alias === null ? undefined : repIds.get(signIn.alias)
    const teamId = signIn.team === null ? undefined : teamIds.get(signIn.team)
    if (repId === undefined && teamId === undefined) continue
    const session = await invited(api, admin, signIn, {
      ...(repId === undefined ? {} : { repId }),
      ...(teamId === undefined ? {} : { teamIds: [teamId] }),
    })
    if (session) sessions.set(signIn.email, session)
  }
  return sessions
}

/** Ids of reps by the name they have in this phone system. */
export async function repIdsByAlias(api: Api, admin: Speaker): Promise<Map<string, number>> {
  const all = await everyItem(api, admin, reps, { params: {}, query: {} })
  return new Map(
    all.flatMap(({ id, aliases }) =>
      aliases.filter((of) => of.source === source).map(({ alias }) => [alias, id] as const),
    ),
  )
}

async function invited(
  api: Api,
  admin: Speaker,
  { email, role, name, password }: SignIn,
  place: { repId?: number; teamIds?: number[] },
): Promise<Speaker | null> {
  try {
    const { reply } = await tell(api, admin, invite, {
      params: {},
      body: { email, role, ...place },
    })
    // The link ends in the token.
    const token = reply.path.split('/').at(-1) ?? ''
    const body = { name, password }
    const { cookie } = await tell(api, nobody, acceptInvitation, { params: { token }, body })
    return { cookie }
  } catch (error) {
    // Somebody has made this sign-in by hand meanwhile: then it is theirs.
    if (error instanceof Refused && error.reason === 'email_taken') return null
    throw error
  }
}
