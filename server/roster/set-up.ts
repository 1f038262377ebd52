import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { createMember } from './invite.ts'
import { createOrganization, findOrganization, isEmailTaken } from './people-store.ts'
import { type SignIn } from './sign-in.ts'

type FirstAdmin = {
  organization: string
  name: string
  email: string
  password: string
  isSimulated?: boolean
}

/** Creates an administrator, and the organization where it is not there yet. */
export async function createAdmin(database: Database, signIn: SignIn, given: FirstAdmin) {
  if (await isEmailTaken(database, given.email)) {
    throw new Refused('email_taken', `${given.email} can sign in already.`)
  }
  const organizationId =
    (await findOrganization(database, given.organization)) ??
    (await createOrganization(database, {
      name: given.organization,
      isSimulated: given.isSimulated ?? false,
    }))
  const { name, email, password } = given
  return createMember(database, signIn, {
    ...{ organizationId, name, email, password },
    ...{ role: 'admin' as const, teamIds: [], repId: null },
  })
}
