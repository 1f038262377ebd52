import { type Database } from '../database/connect.ts'
import { type Asker, type Identify } from '../http/asker.ts'
import { Refused } from '../http/refused.ts'
import { openKeyRing } from './api-keys.ts'
import { findMember, type Member } from './people-store.ts'
import { recognizeDisplay } from './recognize-display.ts'
import { type SignIn } from './sign-in.ts'

/**
 * Finds out who sends a request: by its API key if it carries one, else by its session, else by a
 * display's cookie.
 */
export function identifyBy(database: Database, signIn: SignIn, clock: () => number): Identify {
  const findKey = openKeyRing(database, clock)
  return async ({ cookie, authorization }) => {
    if (authorization !== undefined) return byKey(authorization, findKey)
    if (cookie === undefined) return null
    const session = await signIn.sessionOf(cookie)
    const member = session && (await findMember(database, session.userId))
    return member ? personOf(member, session.id) : recognizeDisplay(database, cookie, clock())
  }
}

async function byKey(
  authorization: string,
  findKey: (key: string) => Promise<Asker | null>,
): Promise<Asker> {
  const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  const asker = key === undefined ? null : await findKey(key)
  if (asker) return asker
  throw new Refused(
    'key_unknown',
    'This API key is not known or was revoked. Create one under Set-up, or with: wellspent key create.',
  )
}

const personOf = (member: Member, sessionId: string): Asker => ({
  kind: 'person',
  userId: member.userId,
  sessionId,
  name: member.name,
  email: member.email,
  viewer: {
    organizationId: member.organization.id,
    role: member.role,
    repId: member.rep?.id ?? null,
    teamIds: member.teams.map((team) => team.id),
  },
})
