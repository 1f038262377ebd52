import { checkPresenceEvent } from '../../shared/floor/check-presence-event.ts'
import { type Static } from 'typebox'
import { type BodyOf } from '../../shared/wire/endpoint.ts'
import { type CallLine } from '../../shared/calls/beside.ts'
import { type showRecognition } from '../../shared/floor/contract.ts'
import { type Reflection, type share } from '../../shared/reflections/contract.ts'
import {
  type acceptInvitation,
  type createRep,
  type createTeam,
  type invite,
  type setUp,
  type signIn,
} from '../../shared/roster/contract.ts'
import { type createKey } from '../../shared/roster/key-contract.ts'
import { type completeFeed } from '../../shared/intake/contract.ts'
import { source } from '../../server/demo-centre/world/as-record.ts'
import {
  ingest,
  No,
  type Handlers,
  type Installation,
  type Person,
  type Rep,
  type StoredCall,
} from './fake-api.ts'

const page = (items: unknown[]) => ({ reply: { items, next: null } })
const teamOf = (of: Installation, id: number | null) =>
  of.teams.find((team) => team.id === id) ?? null

const repOnWire = (of: Installation, rep: Rep) => ({
  id: rep.id,
  name: rep.name,
  team: teamOf(of, rep.teamId),
  isConfirmed: rep.isConfirmed,
  aliases: rep.aliases.map((alias, place) => ({ id: rep.id * 100 + place + 1, source, alias })),
})

function meOf(of: Installation, person: Person) {
  const rep = of.reps.find(({ id }) => id === person.repId)
  return {
    userId: person.userId,
    name: person.name,
    email: person.email,
    role: person.role,
    organization: { id: 1, ...of.organization! },
    rep: rep ? { id: rep.id, name: rep.name } : null,
    teams: of.teams.filter(({ id }) => person.teamIds.includes(id)),
  }
}

/** Calls of one rep on one day, newest first; what the demo centre doesn't read is made up. */
function linesOf(of: Installation, repId: number, day: string): Static<typeof CallLine>[] {
  const rep = of.reps.find(({ id }) => id === repId)!
  return [...of.calls.values()]
    .filter(({ record }) => record.startedAt.startsWith(day))
    .flatMap(({ id, record }) =>
      record.legs.flatMap((leg, place) =>
        rep.aliases.includes(leg.rep) ? [lineOf(of, rep, { id, record }, place)] : [],
      ),
    )
    .reverse()
}

function lineOf(
  of: Installation,
  rep: Rep,
  { id, record }: StoredCall,
  place: number,
): Static<typeof CallLine> {
  const outcome = {
    outcome: 'open',
    state: 'provisional',
    source: 'none',
    knownFrom: null,
    isLinkable: false,
  } as const
  return {
    callId: id,
    legNo: place + 1,
    startedAt: record.startedAt.replace('Z', '.000Z'),
    direction: record.direction,
    rep: { id: rep.id, name: rep.name },
    team: teamOf(of, rep.teamId),
    queue: record.queue ?? null,
    issue: record.issue ?? null,
    audience: record.audience ?? null,
    customer: null,
    position: null,
    time: {
      handleSeconds: null,
      usual: { tooFew: { have: 0, need: 30 } },
      timeClass: 'no_reference',
      outcome,
      class: 'outcome_pending',
      isSuspect: false,
    },
    reflectionLine: null,
    hasReflection: of.reflections.has(id),
  }
}

/** The fake recognizes calls that took long, whatever became of them. */
const recognizedSecondsLeast = 1_200
const longCallsOf = (of: Installation, rep: Rep) =>
  [...of.calls.values()].flatMap(({ id, record }) =>
    record.legs.flatMap((leg, place) =>
      rep.aliases.includes(leg.rep) && (leg.talkSeconds ?? 0) >= recognizedSecondsLeast
        ? [lineOf(of, rep, { id, record }, place)]
        : [],
    ),
  )
const recognizedForLength = {
  ...{ reasons: ['extra_mile'], week: '2026-03-02', isHighlighted: true },
  expectedSecondsAvoided: 0,
}

/** Everything the demo centre asks and tells, in a few lines each. */
export const handlers: Handlers = {
  'GET /api/setup': ({ of }) => ({
    reply: {
      needsFirstAdmin: of.organization === null,
      ...{ needsCode: false, isDisplay: false, demoSignIns: [] },
    },
  }),
  'POST /api/setup': ({ of, body }) => {
    const given = body as BodyOf<typeof setUp>
    if (of.organization) throw new No('already_set_up')
    of.organization = { name: given.organization, isSimulated: given.isSimulated === true }
    return enrolled(of, { ...given, role: 'admin', repId: null, teamIds: [] })
  },
  'POST /api/session': ({ of, body }) => {
    const { email, password } = body as BodyOf<typeof signIn>
    const person = of.people.find((one) => one.email === email && one.password === password)
    if (!person) throw new No('wrong_credentials')
    return { reply: meOf(of, person), session: person }
  },
  'GET /api/people': ({ of }) =>
    page(of.people.map((person) => ({ ...meOf(of, person), password: undefined }))),
  'POST /api/invitations': ({ of, body }) => {
    const { email, role, teamIds = [], repId = null } = body as BodyOf<typeof invite>
    if (of.people.some((one) => one.email === email)) throw new No('email_taken')
    if (repId !== null && !of.reps.some(({ id }) => id === repId)) throw new No('rep_unknown')
    const token = `t${of.invitations.size}`
    of.invitations.set(token, { email, role, teamIds, repId })
    return { reply: { path: `/invitation/${token}`, expiresAt: '2030-01-01T00:00:00Z' } }
  },
  'POST /api/invitations/:token': ({ of, params, body }) => {
    const invitation = of.invitations.get(params['token']!)
    if (!invitation) throw new No('invitation_unknown')
    of.invitations.set(params['token']!, invitation)
    return enrolled(of, { ...invitation, ...(body as BodyOf<typeof acceptInvitation>) })
  },
  'GET /api/teams': ({ of }) =>
    page(
      of.teams.map((team) => ({
        ...team,
        reps: of.reps.filter((rep) => rep.teamId === team.id).length,
      })),
    ),
  'POST /api/teams': ({ of, body }) => {
    const { name } = body as BodyOf<typeof createTeam>
    if (of.teams.some((team) => team.name === name)) throw new No('name_taken')
    const team = { id: of.teams.length + 1, name }
    of.teams.push(team)
    return { reply: team }
  },
  'GET /api/reps': ({ of }) => page(of.reps.map((rep) => repOnWire(of, rep))),
  'POST /api/reps': ({ of, body }) => {
    const { name, teamId = null, aliases = [] } = body as BodyOf<typeof createRep>
    if (of.reps.some((rep) => rep.name === name)) throw new No('name_taken')
    const names = aliases.filter((one) => one.source === source).map(({ alias }) => alias)
    const rep = { id: of.reps.length + 1, name, teamId, aliases: names, isConfirmed: true }
    of.reps.push(rep)
    return { reply: repOnWire(of, rep) }
  },
  'GET /api/keys': ({ of }) =>
    page(
      of.keys
        .filter(({ isRevoked }) => !isRevoked)
        .map(({ id, name }) => ({ id, name, scopes: ['calls:write'], createdAt: '', hint: 'k' })),
    ),
  'POST /api/keys': ({ of, body }) => {
    const { name } = body as BodyOf<typeof createKey>
    const id = of.keys.length + 1
    of.keys.push({ id, name, secret: `secret-${id}`, isRevoked: false })
    return { reply: { key: `secret-${id}`, id } }
  },
  'DELETE /api/keys/:keyId': ({ of, params }) => {
    const key = of.keys.find(({ id }) => id === Number(params['keyId']))
    if (!key) throw new No('key_not_found')
    key.isRevoked = true
    return { reply: {} }
  },
  'GET /api/feeds': ({ of }) => {
    const starts = [...of.calls.values()].map(({ record }) => record.startedAt).sort()
    const latest = starts.at(-1)
    if (latest === undefined) return page([])
    const completeUntil = new Date(Math.max(Date.parse(latest), of.completeUntil)).toISOString()
    return page([
      {
        id: 1,
        source,
        calls: starts.length,
        completeUntil,
        lastReceivedAt: null,
        isEnded: false,
        silentSince: null,
        today: { read: 0, refused: 0 },
      },
    ])
  },
  'PUT /api/feeds/complete-until': ({ of, body }) => {
    const { completeUntil } = body as BodyOf<typeof completeFeed>
    if (of.calls.size === 0) throw new No('feed_unknown')
    of.completeUntil = Math.max(of.completeUntil, Date.parse(completeUntil))
    return { reply: { completeUntil } }
  },
  'POST /api/calls': ({ of, body }) => ({ reply: ingest(of, body as string[]) }),
  'POST /api/floor/events': ({ of, body }) => {
    const checked = (body as unknown[]).map((each) => checkPresenceEvent(each, of.now()))
    of.floor.push(...checked.flatMap(({ event }) => (event ? [event] : [])))
    for (const { problem } of checked) if (problem) of.refusals.push(problem.message)
    return { reply: { accepted: checked.length, unchanged: 0, refused: [] } }
  },
  'GET /api/calls': ({ of, query }) => {
    if (query['from'] !== query['to']) throw new No('malformed_request', 'asks more than a day')
    return page(linesOf(of, Number(query['rep']![0]), String(query['from'])))
  },
  'PUT /api/calls/:callId/reflection/shared': ({ of, params, body, person }) => {
    const callId = Number(params['callId'])
    const { isShared } = body as BodyOf<typeof share>
    const written = of.reflections.get(callId)
    if (written?.by !== person) throw new No('call_unknown')
    if (!written.reflection.whatResolvedIt) throw new No('nothing_to_share')
    if (isShared) of.shared.set(callId, written.by)
    else of.shared.delete(callId)
    return { reply: { isShared } }
  },
  'GET /api/balance/recognitions': ({ of, person }) => {
    const rep = of.reps.find(({ id }) => id === person?.repId)
    if (!rep) return page([])
    return page(longCallsOf(of, rep).map((call) => ({ call, ...recognizedForLength })))
  },
  'PUT /api/floor/recognitions/:callId/:legNo': ({ of, params, body, person }) => {
    const callId = Number(params['callId'])
    const { isShown } = body as BodyOf<typeof showRecognition>
    const rep = of.reps.find(({ id }) => id === person?.repId)
    const isOwn = rep && longCallsOf(of, rep).some((line) => line.callId === callId)
    if (!isOwn) throw new No('call_unknown')
    if (isShown) of.shown.set(callId, person!)
    else of.shown.delete(callId)
    return { reply: {} }
  },
  'PUT /api/calls/:callId/reflection': ({ of, params, body, person }) => {
    const callId = Number(params['callId'])
    const call = [...of.calls.values()].find(({ id }) => id === callId)
    const own = of.reps.find(({ id }) => id === person?.repId)?.aliases ?? []
    if (!call?.record.legs.some(({ rep }) => own.includes(rep))) throw new No('call_unknown')
    const reflection = body as Static<typeof Reflection>
    of.reflections.set(callId, { by: person!, reflection })
    const blank = { whatResolvedIt: '', whatStuck: '', wordsThatWorked: '', whatDidNotGoWell: '' }
    return {
      reply: {
        rep: { id: person!.repId!, name: person!.name },
        ...blank,
        whatNextTime: '',
        friction: '',
        isShared: of.shared.has(callId),
        skills: [],
        ...reflection,
        recordedAt: '',
        changedAt: '',
      },
    }
  },
}

function enrolled(of: Installation, given: Omit<Person, 'userId'>) {
  if (of.people.some((one) => one.email === given.email)) throw new No('email_taken')
  const { name, email, password, role, repId, teamIds } = given
  const person = { userId: `u${of.people.length}`, name, email, password, role, repId, teamIds }
  of.people.push(person)
  return { reply: meOf(of, person), session: person }
}
