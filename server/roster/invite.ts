import { createHash, randomBytes } from 'node:crypto'
import { type Role } from '../../shared/roster/role.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { findOpenInvitation, insertInvitation, takeInvitation } from './invitation-store.ts'
import { addMember, findMember, isEmailTaken, type Member } from './people-store.ts'
import { areTeams, findRep } from './rep-store.ts'
import { type NewSession, type SignIn } from './sign-in.ts'

const invitationDays = 7
const dayMilliseconds = 86_400_000
const tokenBytes = 24

/** Makes a link that lets one person in, once. */
export async function invite(
  database: Database,
  organizationId: number,
  given: { email: string; role: Role; teamIds: number[]; repId: number | null },
  now: number,
): Promise<{ path: string; expiresAt: string }> {
  if (await isEmailTaken(database, given.email)) {
    throw new Refused('email_taken', `${given.email} can sign in already.`)
  }
  if (given.teamIds.length > 0 && !(await areTeams(database, organizationId, given.teamIds))) {
    throw new Refused('team_unknown', 'One of the teams does not exist.')
  }
  if (given.repId !== null && !(await findRep(database, organizationId, given.repId))) {
    throw new Refused('rep_unknown', 'There is no such rep.')
  }
  const token = randomBytes(tokenBytes).toString('base64url')
  const expiresAt = new Date(now + invitationDays * dayMilliseconds)
  await insertInvitation(database, {
    ...given,
    organizationId,
    tokenHash: hashOf(token),
    expiresAt,
  })
  return { path: `/join/${token}`, expiresAt: expiresAt.toISOString() }
}

/** @throws Refused where the link is wrong, used or too old */
export async function readInvitation(database: Database, token: string, now: number) {
  const found = await findOpenInvitation(database, hashOf(token), new Date(now))
  if (found) return found
  throw new Refused(
    'invitation_unknown',
    'This invitation does not exist, was used already or is older than a week. Ask for a new one.',
  )
}

/** Lets the invited person in under the name and password they chose. */
export async function acceptInvitation(
  database: Database,
  signIn: SignIn,
  given: { token: string; name: string; password: string },
  now: number,
): Promise<{ member: Member; session: NewSession }> {
  const invited = await readInvitation(database, given.token, now)
  if (await isEmailTaken(database, invited.email)) {
    throw new Refused('email_taken', `${invited.email} can sign in already.`)
  }
  if (!(await takeInvitation(database, hashOf(given.token), new Date(now)))) {
    throw new Refused('invitation_unknown', 'This invitation was used a moment ago.')
  }
  return createMember(database, signIn, { ...given, ...invited })
}

/** Creates a user with a place in an organization and signs them in. */
export async function createMember(
  database: Database,
  signIn: SignIn,
  given: {
    organizationId: number
    name: string
    email: string
    password: string
    role: Role
    teamIds: number[]
    repId: number | null
  },
): Promise<{ member: Member; session: NewSession }> {
  const { name, email, password } = given
  const userId = await signIn.createUser({ name, email, password })
  const { organizationId, role, repId, teamIds } = given
  await addMember(database, { organizationId, userId, role, repId, teamIds })
  const [member, session] = await Promise.all([
    findMember(database, userId),
    signIn.begin(email, password),
  ])
  if (member && session) return { member, session }
  throw new Error('A person who was just created can not sign in.')
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
