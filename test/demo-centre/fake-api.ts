import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { checkCallRecord } from '../../shared/calls/check-call-record.ts'
import { recordsPerRequestLimit } from '../../shared/calls/contract.ts'
import * as callsContract from '../../shared/calls/contract.ts'
import * as balanceContract from '../../shared/balance/contract.ts'
import * as floorContract from '../../shared/floor/contract.ts'
import { type PresenceEvent } from '../../shared/floor/presence.ts'
import * as intakeContract from '../../shared/intake/contract.ts'
import * as reflectionsContract from '../../shared/reflections/contract.ts'
import { type Reflection } from '../../shared/reflections/contract.ts'
import * as rosterContract from '../../shared/roster/contract.ts'
import * as keyContract from '../../shared/roster/key-contract.ts'
import { type Role } from '../../shared/roster/role.ts'
import { type Endpoint } from '../../shared/wire/endpoint.ts'
import { kindByReason, statusByKind, type RefusalReason } from '../../shared/wire/refusal.ts'

/** A refusal the fake answers with, in the wire's form. */
export class No extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, message: string = reason) {
    super(message)
    this.reason = reason
  }
}

export type Person = {
  userId: string
  name: string
  email: string
  password: string
  role: Role
  repId: number | null
  teamIds: number[]
}
export type Rep = {
  id: number
  name: string
  teamId: number | null
  aliases: string[]
  isConfirmed: boolean
}
export type StoredCall = { id: number; record: CallRecord }

/** What the fake has been told: as much of an installation as the demo centre can see. */
export type Installation = {
  organization: { name: string; isSimulated: boolean } | null
  people: Person[]
  invitations: Map<string, Omit<Person, 'userId' | 'name' | 'password'>>
  teams: { id: number; name: string }[]
  reps: Rep[]
  keys: { id: number; name: string; secret: string; isRevoked: boolean }[]
  sessions: Map<string, Person>
  /** Opened so far, ended ones too: no token comes twice. */
  sessionsOpened: number
  calls: Map<string, StoredCall>
  reflections: Map<number, { by: Person; reflection: Reflection }>
  /** What reps have shared with colleagues, and put on the board, by call. */
  shared: Map<number, Person>
  shown: Map<number, Person>
  /** What the phone system has said it has told up to, as epoch milliseconds. */
  completeUntil: number
  /** Requests that carried calls, by their number of records. */
  deliveries: number[]
  /** What was told of the floor, in order. */
  floor: PresenceEvent[]
  refusals: string[]
  /** Answered instead of the next requests that it returns a reason for. */
  trouble: (method: string, path: string) => RefusalReason | null
  now: () => number
}

export const emptyInstallation = (now: () => number): Installation => ({
  organization: null,
  people: [],
  invitations: new Map(),
  teams: [],
  reps: [],
  keys: [],
  sessions: new Map(),
  sessionsOpened: 0,
  calls: new Map(),
  reflections: new Map(),
  shared: new Map(),
  shown: new Map(),
  completeUntil: 0,
  deliveries: [],
  floor: [],
  refusals: [],
  trouble: () => null,
  now,
})

const endpoints: Endpoint[] = [
  callsContract,
  intakeContract,
  reflectionsContract,
  rosterContract,
  keyContract,
  balanceContract,
  floorContract,
]
  .flatMap((contract) => Object.values(contract) as unknown[])
  .filter(
    (value): value is Endpoint => typeof value === 'object' && value !== null && 'path' in value,
  )

/** Compiling a schema takes longer than most requests: it is done once. */
const compiled = new Map<TSchema, (value: unknown) => boolean>()
function fits(schema: TSchema, value: unknown): boolean {
  const before = compiled.get(schema)
  if (before) return before(value)
  const shape = Compile(schema)
  compiled.set(schema, (given) => shape.Check(given))
  return shape.Check(value)
}

/** One request as a handler sees it. */
export type Heard = {
  of: Installation
  params: Record<string, string>
  query: Record<string, string | string[]>
  body: unknown
  /** Who is signed in; null for keys and for nobody. */
  person: Person | null
}
export type Answer = { reply: unknown; session?: Person }
export type Handlers = Record<string, (heard: Heard) => Answer>

/**
 * A small server that speaks the real contracts: routes, bodies and replies are checked by the
 * schemas in shared/, sign-in and keys by the audiences there.
 */
export async function serve(
  of: Installation,
  handlers: Handlers,
): Promise<{ baseUrl: string; server: Server }> {
  const server = createServer((request, response) => {
    void answered(of, handlers, request).then(({ status, body, cookie }) => {
      if (cookie !== undefined) response.setHeader('set-cookie', cookie)
      response.statusCode = status
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

async function answered(of: Installation, handlers: Handlers, request: IncomingMessage) {
  const text = await textOf(request)
  try {
    return hear(of, handlers, request, text)
  } catch (error) {
    const reason = error instanceof No ? error.reason : 'bug'
    const message = String(error)
    if (reason === 'bug' || reason === 'malformed_request') of.refusals.push(message)
    const kind = kindByReason[reason]
    return { status: statusByKind[kind], body: { kind, reason, message, requestId: 'x' } }
  }
}

function hear(of: Installation, handlers: Handlers, request: IncomingMessage, text: string) {
  const { method = '', headers } = request
  const url = new URL(request.url ?? '/', 'http://fake')
  const trouble = of.trouble(method, url.pathname)
  if (trouble) throw new No(trouble)
  const endpoint = endpoints.find((one) => one.method === method && matches(one.path, url.pathname))
  if (!endpoint) throw new No('malformed_request', `no ${method} ${url.pathname} in the contracts`)
  if (headers.origin !== undefined) throw new No('foreign_origin')
  const handler = handlers[`${method} ${endpoint.path}`]
  if (!handler) throw new No('malformed_request', `${method} ${endpoint.path} is not faked`)
  const person = admitted(of, endpoint, headers)
  const query = queryOf(url.searchParams)
  const isLines = headers['content-type'] === 'application/x-ndjson'
  const body: unknown = isLines ? text.split('\n') : text === '' ? {} : JSON.parse(text)
  if ('body' in endpoint && !fits(endpoint.body, body)) {
    throw new No('malformed_request', `${method} ${endpoint.path} got ${text.slice(0, 200)}`)
  }
  if ('query' in endpoint && !fits(endpoint.query, asNumbers(query))) {
    throw new No('malformed_request', `${method} ${endpoint.path} asked ${url.search}`)
  }
  const params = matches(endpoint.path, url.pathname) ?? {}
  const { reply, session } = handler({ of, params, query, body, person })
  if (!fits(endpoint.reply, reply)) {
    throw new Error(`the fake's own reply to ${method} ${endpoint.path} is not the contract's`)
  }
  if (!session) return { status: 200, body: reply }
  of.sessionsOpened += 1
  const token = `s${of.sessionsOpened}`
  of.sessions.set(token, session)
  return { status: 200, body: reply, cookie: `wellspent=${token}; Path=/; HttpOnly; SameSite=Lax` }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function matches(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const found = new RegExp(`^${pattern.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(path)
  return found && Object.fromEntries(names.map((name, place) => [name, found[place + 1]!]))
}

/** Who may: the audience of the contract, asked of the cookie or of the key. */
function admitted(
  of: Installation,
  { audience }: Endpoint,
  headers: IncomingMessage['headers'],
): Person | null {
  if (audience === 'anyone') return null
  const secret = headers.authorization?.replace('Bearer ', '')
  if (secret !== undefined) {
    if (!of.keys.some((key) => key.secret === secret && !key.isRevoked)) throw new No('key_unknown')
    if (audience.scope !== 'calls:write') throw new No('key_scope_missing')
    return null
  }
  const person = of.sessions.get(headers.cookie?.replace('wellspent=', '') ?? '')
  if (!person) throw new No('not_signed_in')
  if (!audience.roles.includes(person.role)) throw new No('role_not_allowed')
  return person
}

function queryOf(search: URLSearchParams): Record<string, string | string[]> {
  const several = ['rep', 'team', 'queue', 'issue', 'audience', 'class', 'outcome']
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => [
      name,
      several.includes(name) ? search.getAll(name) : search.get(name)!,
    ]),
  )
}

const asNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : text)
const asNumbers = (query: Record<string, string | string[]>) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(asNumber) : asNumber(value),
    ]),
  )

/** Stores a delivery as the API promises: the highest version wins, a repetition changes nothing. */
export function ingest(of: Installation, lines: readonly string[]) {
  if (lines.length > recordsPerRequestLimit) throw new No('too_many_records')
  of.deliveries.push(lines.length)
  const reply = { accepted: 0, unchanged: 0, superseded: 0, refused: [] as unknown[] }
  for (const [index, line] of lines.entries()) {
    const { record, problem } = checkCallRecord(JSON.parse(line), of.now())
    if (problem) {
      of.refusals.push(problem.message)
      reply.refused.push({ index, externalId: null, ...problem })
      continue
    }
    const before = of.calls.get(record.externalId)
    const isNewer = before && (record.version ?? 0) > (before.record.version ?? 0)
    if (before && !isNewer) {
      reply.unchanged += 1
      continue
    }
    if (!before && Date.parse(record.startedAt) <= of.completeUntil) {
      of.refusals.push(`${record.externalId} began before what was said to be complete`)
    }
    reply.accepted += 1
    of.calls.set(record.externalId, { id: before?.id ?? of.calls.size + 1, record })
    for (const { rep } of record.legs) know(of, rep)
  }
  return reply
}

/** A name nobody has put on the roster becomes an unconfirmed rep. */
function know(of: Installation, alias: string): void {
  if (of.reps.some(({ aliases }) => aliases.includes(alias))) return
  of.reps.push({
    id: of.reps.length + 1,
    name: alias,
    teamId: null,
    aliases: [alias],
    isConfirmed: false,
  })
}
