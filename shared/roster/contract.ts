import { Type } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { RepName, TeamName } from './person.ts'
import { RoleWord } from './role.ts'

export const passwordLengthLeast = 10
const Email = Type.String({ pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', maxLength: 200 })
const Password = Type.String({ minLength: passwordLengthLeast, maxLength: 128 })
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

const Me = Type.Object({
  /** Null where a display asks: it is nobody's account. */
  userId: OrNull(Type.String()),
  name: Type.String(),
  email: OrNull(Type.String()),
  role: RoleWord,
  organization: Type.Object({ id: Id, name: Type.String(), isSimulated: Type.Boolean() }),
  rep: OrNull(RepName),
  teams: Type.Array(TeamName),
})

const admins = { roles: ['admin'] } as const
const everybody = { roles: ['rep', 'supervisor', 'admin', 'floor'] } as const

/** What a browser must know before anybody is signed in. */
export const setup = question({
  summary: 'Whether this installation still needs its first administrator, and demo sign-ins.',
  path: '/api/setup',
  audience: 'anyone',
  params: Nothing,
  query: Nothing,
  reply: Type.Object({
    needsFirstAdmin: Type.Boolean(),
    /** The first admin's form asks for the code printed at the start, unless on loopback. */
    needsCode: Type.Boolean(),
    /** This browser was paired as a display, even if that has ended since. */
    isDisplay: Type.Boolean(),
    demoSignIns: Type.Array(
      Type.Object({
        role: RoleWord,
        name: Type.String(),
        email: Type.String(),
        password: Type.String(),
      }),
    ),
  }),
  refusals: [],
})

export const setUp = command({
  summary: 'Creates the organization and its first administrator; only while there is none.',
  method: 'POST',
  path: '/api/setup',
  audience: 'anyone',
  params: Nothing,
  body: Type.Object(
    {
      organization: Name,
      name: Name,
      email: Email,
      password: Password,
      code: Type.Optional(Type.String({ maxLength: 100 })),
      /** Every page says that this organization's calls are simulated. */
      isSimulated: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: Me,
  refusals: ['already_set_up', 'email_taken', 'wrong_credentials', 'too_many_requests'],
})

export const signIn = command({
  summary: 'Signs a person in; the session travels as a cookie.',
  method: 'POST',
  path: '/api/session',
  audience: 'anyone',
  params: Nothing,
  body: Type.Object(
    { email: Email, password: Type.String({ maxLength: 128 }) },
    { additionalProperties: false },
  ),
  reply: Me,
  refusals: ['wrong_credentials', 'too_many_requests'],
})

export const signOut = command({
  summary: 'Ends the session; a display is no longer paired.',
  method: 'DELETE',
  path: '/api/session',
  audience: everybody,
  params: Nothing,
  body: Nothing,
  reply: Nothing,
  refusals: [],
})

export const me = question({
  summary: 'Who is signed in: a person, or a display.',
  path: '/api/me',
  audience: everybody,
  params: Nothing,
  query: Nothing,
  reply: Me,
  refusals: [],
})

const Person = Type.Object({
  userId: Type.String(),
  name: Type.String(),
  email: Type.String(),
  role: RoleWord,
  rep: OrNull(RepName),
  teams: Type.Array(TeamName),
})

export const people = question({
  summary: 'People who can sign in.',
  path: '/api/people',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Person),
  refusals: [],
})

export const invite = command({
  summary: 'Invites a person; hand them the link, which works once and for seven days.',
  method: 'POST',
  path: '/api/invitations',
  audience: admins,
  params: Nothing,
  body: Type.Object(
    {
      email: Email,
      role: RoleWord,
      /** Teams a supervisor will lead. */
      teamIds: Type.Optional(Type.Array(Id, { maxItems: 100 })),
      /** The rep this person is. */
      repId: Type.Optional(OrNull(Id)),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ path: Type.String(), expiresAt: Type.String() }),
  refusals: ['email_taken', 'team_unknown', 'rep_unknown'],
})

export const invitation = question({
  summary: 'What an invitation is for, to whoever holds its link.',
  path: '/api/invitations/:token',
  audience: 'anyone',
  params: Type.Object({ token: Type.String({ maxLength: 100 }) }),
  query: Nothing,
  reply: Type.Object({ organization: Type.String(), email: Type.String(), role: RoleWord }),
  refusals: ['invitation_unknown', 'too_many_requests'],
})

export const acceptInvitation = command({
  summary: 'Takes an invitation up: sets name and password and signs in.',
  method: 'POST',
  path: '/api/invitations/:token',
  audience: 'anyone',
  params: Type.Object({ token: Type.String({ maxLength: 100 }) }),
  body: Type.Object({ name: Name, password: Password }, { additionalProperties: false }),
  reply: Me,
  refusals: ['invitation_unknown', 'email_taken', 'too_many_requests'],
})

export const teams = question({
  summary: 'The teams of the organization.',
  path: '/api/teams',
  audience: { roles: ['supervisor', 'admin'], scope: 'read' },
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Type.Object({ id: Id, name: Type.String(), reps: Type.Integer() })),
  refusals: [],
})

export const createTeam = command({
  summary: 'Creates a team.',
  method: 'POST',
  path: '/api/teams',
  audience: admins,
  params: Nothing,
  body: Type.Object({ name: Name }, { additionalProperties: false }),
  reply: TeamName,
  refusals: ['name_taken'],
})

const Rep = Type.Object({
  id: Id,
  name: Type.String(),
  team: OrNull(TeamName),
  /** False while the rep is only a name that a phone system sent and nobody has confirmed. */
  isConfirmed: Type.Boolean(),
  aliases: Type.Array(Type.Object({ id: Id, source: Type.String(), alias: Type.String() })),
})

export const reps = question({
  summary: 'Reps with the names they have in phone systems; unconfirmed ones first.',
  path: '/api/reps',
  audience: { roles: ['supervisor', 'admin'], scope: 'read' },
  params: Nothing,
  query: Type.Object({ ...PageQuery, confirmed: Type.Optional(Type.Boolean()) }),
  reply: Page(Rep),
  refusals: [],
})

export const createRep = command({
  summary: 'Creates a rep, with names in phone systems that are theirs.',
  method: 'POST',
  path: '/api/reps',
  audience: admins,
  params: Nothing,
  body: Type.Object(
    {
      name: Name,
      teamId: Type.Optional(OrNull(Id)),
      aliases: Type.Optional(
        Type.Array(Type.Object({ source: Name, alias: Name }, { additionalProperties: false }), {
          maxItems: 50,
        }),
      ),
    },
    { additionalProperties: false },
  ),
  reply: Rep,
  refusals: ['team_unknown', 'name_taken'],
})

export const changeRep = command({
  summary: 'Renames a rep, moves them to a team, or confirms a name a phone system sent.',
  method: 'PATCH',
  path: '/api/reps/:repId',
  audience: admins,
  params: Type.Object({ repId: Id }),
  body: Type.Object(
    { name: Type.Optional(Name), teamId: Type.Optional(OrNull(Id)) },
    { additionalProperties: false },
  ),
  reply: Rep,
  refusals: ['rep_unknown', 'team_unknown'],
})

export const matchAlias = command({
  summary: "Says whose a phone system's name is; the calls under it become that rep's.",
  method: 'POST',
  path: '/api/aliases/:aliasId/rep',
  audience: admins,
  params: Type.Object({ aliasId: Id }),
  body: Type.Object({ repId: Id }, { additionalProperties: false }),
  reply: Rep,
  refusals: ['alias_unknown', 'rep_unknown'],
})
