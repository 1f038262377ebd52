import { type FastifyInstance } from 'fastify'
import { type Database } from '../../server/database/connect.ts'
import { createApiKey } from '../../server/roster/api-keys.ts'
import { createMember } from '../../server/roster/invite.ts'
import { addAlias, insertRep, insertTeam } from '../../server/roster/rep-store.ts'
import { createOrganization } from '../../server/roster/people-store.ts'
import { type SignIn } from '../../server/roster/sign-in.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import * as calls from '../../shared/calls/contract.ts'
import * as intake from '../../shared/intake/contract.ts'
import { type KeyScope } from '../../shared/roster/key-scope.ts'
import { type Role } from '../../shared/roster/role.ts'
import { callerOf, type Caller } from './caller.ts'
import { phone } from './records.ts'

/** A person with a session. */
export type Signed = Caller & { email: string; password: string; cookie: string }
type Keyed = Caller & { id: number; key: string }

/** A call center: one organization with people, keys and calls. */
export type Center = {
  id: number
  name: string
  team: (name: string) => Promise<number>
  /** A rep known to the phone system of `phone` by their name. */
  rep: (name: string, teamId?: number) => Promise<number>
  /** A person who is signed in. */
  person: (role: Role, is?: { repId?: number; teamIds?: number[] }) => Promise<Signed>
  key: (...scopes: KeyScope[]) => Promise<Keyed>
  /** Delivers records, in order, and gives what the reply says. */
  deliver: (...records: readonly CallRecord[]) => Promise<calls.IngestReply>
  /** The number of a delivered call; 0 where there is none. */
  callId: (externalId: string) => Promise<number>
  /** The phone system says that everything up to an instant has been sent. */
  completeUntil: (instant: string | number) => Promise<void>
}

type Needs = { app: FastifyInstance; database: Database; signIn: SignIn }

let counter = 0

export async function createCenter(needs: Needs, given?: string): Promise<Center> {
  const { app, database, signIn } = needs
  counter += 1
  const name = given ?? `Center ${counter}`
  const id = await createOrganization(database, { name, isSimulated: false })
  const key = async (...scopes: KeyScope[]): Promise<Keyed> => {
    const made = await createApiKey(database, { organizationId: id, name: 'key', scopes })
    return { ...callerOf(app, { authorization: `Bearer ${made.key}` }), ...made }
  }
  const phoneSystem = await key('calls:write')
  return {
    ...{ id, name, key },
    team: async (teamName) => (await insertTeam(database, id, teamName)) ?? 0,
    rep: async (repName, teamId) => {
      const repId = await insertRep(database, id, { name: repName, teamId: teamId ?? null })
      await addAlias(database, id, repId, { source: phone, alias: repName })
      return repId
    },
    person: async (role, is = {}) => {
      counter += 1
      const email = `${role}${counter}@example.com`
      const password = 'correct horse battery'
      const { session } = await createMember(database, signIn, {
        ...{ organizationId: id, name: `${role} ${counter}`, email, password, role },
        ...{ repId: is.repId ?? null, teamIds: is.teamIds ?? [] },
      })
      const cookie = session.cookies.map((each) => each.split(';')[0]).join('; ')
      return { ...callerOf(app, { cookie }), email, password, cookie }
    },
    deliver: (...records) => phoneSystem.tell(calls.ingest, { body: records }),
    callId: async (externalId) => {
      const [row] = await database.reading<{ id: number }[]>`
        select id::float8 from call where organization_id = ${id} and external_id = ${externalId}`
      return row?.id ?? 0
    },
    completeUntil: async (instant) => {
      const body = { source: phone, completeUntil: new Date(instant).toISOString() }
      await phoneSystem.tell(intake.completeFeed, { body })
    },
  }
}
