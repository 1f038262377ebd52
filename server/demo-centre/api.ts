import {
  type AnyCommand,
  type AnyQuestion,
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from '../../shared/wire/endpoint.ts'
import { type Problem, type RefusalReason } from '../../shared/wire/refusal.ts'

/** The public API as a stranger reaches it: an address, and the patience to ask again. */
export type Api = {
  /** Such as http://127.0.0.1:8080, without a slash at the end. */
  baseUrl: string
  wait: (milliseconds: number) => Promise<void>
  signal: AbortSignal
}

/** Who speaks: a signed-in person, the phone system by its key, or nobody yet. */
export type Speaker = { cookie?: string; key?: string }
export const nobody: Speaker = {}

/** The API said no, in its own words. */
export class Refused extends Error {
  readonly reason: RefusalReason | null

  constructor(method: string, path: string, status: number, problem: Partial<Problem>) {
    super(`${method} ${path} was refused with ${status}: ${problem.message ?? 'no message'}`)
    this.reason = problem.reason ?? null
  }
}

export async function ask<E extends AnyQuestion>(
  api: Api,
  speaker: Speaker,
  endpoint: E,
  given: { params: ParamsOf<E>; query: QueryOf<E> },
): Promise<ReplyOf<E>> {
  const path = pathOf(endpoint.path, given.params) + queryOf(given.query)
  const { reply } = await patiently(api, { method: 'GET', path, headers: headersOf(speaker) })
  return reply as ReplyOf<E>
}

export type Told<E extends AnyCommand> = {
  reply: ReplyOf<E>
  /** Of the session a command has opened. */
  cookie: string
}

export async function tell<E extends AnyCommand>(
  api: Api,
  speaker: Speaker,
  endpoint: E,
  given: { params: ParamsOf<E>; body: BodyOf<E> },
): Promise<Told<E>> {
  const { reply, cookie } = await patiently(api, {
    method: endpoint.method,
    path: pathOf(endpoint.path, given.params),
    headers: { ...headersOf(speaker), 'content-type': 'application/json' },
    body: JSON.stringify(given.body),
  })
  return { reply: reply as ReplyOf<E>, cookie }
}

/** The same for a body of many lines of JSON. */
export async function tellLines<E extends AnyCommand>(
  api: Api,
  speaker: Speaker,
  endpoint: E,
  lines: readonly string[],
): Promise<ReplyOf<E>> {
  const { reply } = await patiently(api, {
    method: endpoint.method,
    path: endpoint.path,
    headers: { ...headersOf(speaker), 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  })
  return reply as ReplyOf<E>
}

type Request = { method: string; path: string; headers: Record<string, string>; body?: string }

/** Reasons that pass: the server starts, is busy, or has been asked too often. */
const passing: readonly (RefusalReason | null)[] = [
  'too_many_requests',
  'too_busy',
  'starting_up',
  'database_unreachable',
]
/** Pauses grow from the first to the last of these, so that all tries together take minutes. */
const firstPauseMilliseconds = 250
const longestPauseMilliseconds = 20_000
const triesLimit = 20

async function patiently(api: Api, request: Request): Promise<{ reply: unknown; cookie: string }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(api, request)
    } catch (error) {
      const mayPass = error instanceof Refused ? passing.includes(error.reason) : true
      if (!mayPass || tries >= triesLimit || api.signal.aborted) throw error
      const pause = firstPauseMilliseconds * 2 ** (tries - 1)
      await api.wait(Math.min(longestPauseMilliseconds, pause))
    }
  }
}

async function once({ baseUrl, signal }: Api, { path, ...request }: Request) {
  const response = await fetch(baseUrl + path, { ...request, signal, redirect: 'manual' })
  const text = await response.text()
  if (!response.ok) throw new Refused(request.method, path, response.status, problemIn(text))
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0] ?? '')
    .join('; ')
  return { reply: text === '' ? {} : (JSON.parse(text) as unknown), cookie }
}

function problemIn(text: string): Partial<Problem> {
  try {
    return JSON.parse(text) as Partial<Problem>
  } catch {
    return { message: text.slice(0, 200) }
  }
}

function headersOf({ cookie, key }: Speaker): Record<string, string> {
  return {
    ...(cookie === undefined ? {} : { cookie }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  }
}

const pathOf = (path: string, params: Record<string, unknown>) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))

/** Arrays are repeated keys; what is left out stays out. */
function queryOf(query: Record<string, unknown>): string {
  const pairs = Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)])
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}
