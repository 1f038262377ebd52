import { type Static } from 'typebox'
import { type setup } from '../../shared/roster/contract.ts'
import { type Role } from '../../shared/roster/role.ts'
import { peopleOf } from './world/people.ts'
import { supervisors, teamNames, type TeamName } from './world/teams.ts'

/** Made up, and says what it is wherever the organization's name stands. */
export const organizationName = 'Tidewhistle Home (simulated)'

/** Everybody's: it opens nothing but simulated calls, and the first page tells it. */
const password = 'simulated-calls'

export type SignIn = {
  role: Role
  name: string
  email: string
  password: string
  /** The team a supervisor leads. */
  team: TeamName | null
  /** The name a rep has in the phone system. */
  alias: string | null
}

/** An address nobody can have: .example is kept free for such use (RFC 2606). */
const emailOf = (name: string) =>
  `${name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z -]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@tidewhistle.example`

const signIn = (
  role: Role,
  name: string,
  { team = null, alias = null }: { team?: TeamName | null; alias?: string | null },
): SignIn => ({ role, name, email: emailOf(name), password, team, alias })

export const adminSignIn = signIn('admin', 'Ottilie Farquharsen', {})

/** Names and who signs in are the same for every seed. */
const reps = peopleOf(0)
  .filter((rep) => rep.signsIn)
  .map((rep) => ({ place: rep.place, of: signIn('rep', rep.name, { alias: rep.alias }) }))

export const signInByPlace: ReadonlyMap<number, SignIn> = new Map(
  reps.map(({ place, of }) => [place, of]),
)

/** Everybody who can sign in besides the administrator: each team's supervisor, some reps. */
export const invitedSignIns: readonly SignIn[] = [
  ...teamNames.map((team) => signIn('supervisor', supervisors[team], { team })),
  ...reps.map(({ of }) => of),
]

const isIn = (...names: string[]) => invitedSignIns.filter(({ name }) => names.includes(name))

/** Those a visitor can try: a supervisor, a patient fixer and an average rep of one team. */
export const triedSignIns: readonly SignIn[] = isIn(
  supervisors.Harbour,
  'Amara Nwosu-Hale',
  'Idris Kalloway',
)

/** What the first page offers where the calls are simulated. */
export const demoSignIns: Static<typeof setup.reply>['demoSignIns'] = [
  adminSignIn,
  ...triedSignIns,
].map(({ role, name, email, password: secret }) => ({ role, name, email, password: secret }))
