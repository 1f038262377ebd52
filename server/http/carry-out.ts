import { type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify'
import { type TObject, type TSchema } from 'typebox'
import { invariant } from '../../shared/invariant.ts'
import { type Viewer } from '../../shared/roster/sight.ts'
import {
  type BodyOf,
  type Command,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type Question,
  type ReplyOf,
} from '../../shared/wire/endpoint.ts'
import { ProblemReply } from '../../shared/wire/problem.ts'
import { kindByReason, type RefusalReason, statusByKind } from '../../shared/wire/refusal.ts'
import { type Asker, type Identify } from './asker.ts'
import { sendReply } from './prepared-reply.ts'
import { Refused } from './refused.ts'

/** What a handler gets besides what was sent. */
type Circumstances = {
  /** Who asks; on an endpoint for anyone, nobody may. */
  viewer: Viewer
  asker: Asker
  person: Extract<Asker, { kind: 'person' }>
  request: FastifyRequest
  reply: FastifyReply
}

type Asked<E extends { params: TSchema; query: TSchema }> = Circumstances & {
  params: ParamsOf<E>
  query: QueryOf<E>
}
type Told<E extends { params: TSchema; body: TSchema }> = Circumstances & {
  params: ParamsOf<E>
  body: BodyOf<E>
}

/** Refusals any endpoint may give. */
const everyones = ['malformed_request', 'too_many_requests', 'starting_up', 'bug'] as const

/** Turns a question and its handler into a route: schema, audience and types follow from it. */
export const answer = <P extends TObject, Q extends TObject, R extends TSchema>(
  question: Question<P, Q, R>,
  handle: (asked: Asked<Question<P, Q, R>>) => Promise<ReplyOf<Question<P, Q, R>>>,
): RouteOptions => ({
  ...routeOf(question),
  schema: { ...schemaOf(question), querystring: question.query },
  handler: async (request, reply) => {
    const asked = Object.assign(circumstances(request, reply), {
      params: request.params as ParamsOf<Question<P, Q, R>>,
      query: request.query as QueryOf<Question<P, Q, R>>,
    })
    return sendReply(request, reply, await handle(asked))
  },
})

/** Turns a command and its handler into a route. */
export const carryOut = <P extends TObject, B extends TSchema, R extends TSchema>(
  command: Command<P, B, R>,
  handle: (told: Told<Command<P, B, R>>) => Promise<ReplyOf<Command<P, B, R>>>,
): RouteOptions => ({
  ...routeOf(command),
  schema: { ...schemaOf(command), ...(hasBody(command.body) ? { body: command.body } : {}) },
  handler: (request, reply) =>
    handle(
      Object.assign(circumstances(request, reply), {
        params: request.params as ParamsOf<Command<P, B, R>>,
        body: request.body as BodyOf<Command<P, B, R>>,
      }),
    ),
})

const hasBody = (body: TSchema): boolean =>
  !('properties' in body) || Object.keys(body.properties as object).length > 0

const routeOf = (endpoint: Endpoint) => ({
  method: endpoint.method,
  url: endpoint.path,
  config: { endpoint },
})

function schemaOf(endpoint: Endpoint) {
  const reasons: RefusalReason[] = [...everyones, ...endpoint.refusals]
  if (endpoint.audience !== 'anyone') reasons.push('not_signed_in', 'role_not_allowed')
  const statuses = new Set(reasons.map((reason) => statusByKind[kindByReason[reason]]))
  return {
    summary: endpoint.summary,
    params: endpoint.params,
    response: {
      200: endpoint.reply,
      ...Object.fromEntries([...statuses].map((status) => [status, ProblemReply])),
    },
    ...(endpoint.audience === 'anyone' ? {} : { security: [{ session: [] }, { key: [] }] }),
  }
}

const askers = new WeakMap<FastifyRequest, Asker>()

/** Who sent a request that was let in. */
export function askerOf(request: FastifyRequest): Asker {
  const asker = askers.get(request)
  invariant(asker, 'who asks is known before a handler runs')
  return asker
}

/** Who asks is looked up only where a handler wants to know: not every endpoint has somebody. */
function circumstances(request: FastifyRequest, reply: FastifyReply): Circumstances {
  return {
    request,
    reply,
    get viewer() {
      return askerOf(request).viewer
    },
    get asker() {
      return askerOf(request)
    },
    get person() {
      const asker = askerOf(request)
      invariant(asker.kind === 'person', 'only endpoints for people ask for the person')
      return asker
    },
  }
}

/** Lets a request in, or refuses it, by the audience its endpoint names. */
export async function letIn(request: FastifyRequest, identify: Identify): Promise<void> {
  const endpoint = request.routeOptions.config.endpoint
  if (!endpoint || endpoint.audience === 'anyone') return
  const { cookie, authorization } = request.headers
  const asker = await identify({ cookie, authorization })
  if (!asker) throw new Refused('not_signed_in', 'Sign in, or send an API key.')
  if (asker.kind === 'key') refuseScope(asker, endpoint.audience.scope)
  else refuseRole(asker.viewer, endpoint.audience.roles)
  askers.set(request, asker)
}

function refuseRole({ role }: Viewer, roles: readonly string[]): void {
  if (roles.includes(role)) return
  throw new Refused('role_not_allowed', `This is not open to the role "${role}".`)
}

function refuseScope(asker: Extract<Asker, { kind: 'key' }>, scope: string | undefined): void {
  if (scope === undefined) {
    throw new Refused('key_scope_missing', 'This is for signed-in people, not for API keys.')
  }
  if (asker.scopes.some((held) => held === scope)) return
  throw new Refused('key_scope_missing', `This API key lacks the scope "${scope}".`)
}
