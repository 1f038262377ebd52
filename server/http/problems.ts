import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import {
  kindByReason,
  type Problem,
  type RefusalReason,
  statusByKind,
} from '../../shared/wire/refusal.ts'
import { type FieldProblem, Refused } from './refused.ts'

/** Seconds a caller should wait before trying again, for refusals that pass by themselves. */
const retryAfterSeconds = 2

/**
 * Gives every refusal and every failure the one wire form.
 *
 * @param page answers for an address that is no route, where it is a page; null where it isn't
 */
export function answerProblems(
  app: FastifyInstance,
  page: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null,
): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = refusalOf(error)
    if (refused.reason === 'bug') request.log.error({ err: error }, 'bug')
    return sendProblem(reply, refused)
  })
  app.setNotFoundHandler((request, reply) => {
    const answer = page(request, reply)
    if (answer) return answer
    const message = `There is no ${request.method} ${request.url}.`
    return sendProblem(reply, new Refused('route_unknown', message))
  })
}

/** Answers with a refusal from outside a handler. */
export function sendProblem(reply: FastifyReply, refused: Refused): FastifyReply {
  const kind = kindByReason[refused.reason]
  const problem: Problem = {
    kind,
    reason: refused.reason,
    message: refused.message,
    requestId: reply.request.id,
    ...(refused.fields ? { fields: refused.fields } : {}),
  }
  if (kind === 'unavailable' || kind === 'too_many') {
    reply.header('retry-after', reply.getHeader('retry-after') ?? retryAfterSeconds)
  }
  return reply.code(statusByKind[kind]).type('application/json').send(problem)
}

/** The refusal that an error stands for; what was not foreseen is a bug. */
export function refusalOf(error: FastifyError): Refused {
  if (error instanceof Refused) return error
  if (error.validation) {
    const fields = error.validation.map((found) => fieldProblem(error.validationContext, found))
    const sentence = fields.map((each) => each.message).join(' ')
    return new Refused('malformed_request', sentence, fields)
  }
  if (error.code === 'FST_UNDER_PRESSURE') {
    return new Refused('too_busy', 'The server is busy; try again in a moment.')
  }
  if (isDatabaseGone(error)) {
    return new Refused('database_unreachable', 'The database does not answer; try again shortly.')
  }
  const reason = reasonByStatus[error.statusCode ?? 500]
  if (reason) return new Refused(reason, `${error.message}.`)
  return new Refused('bug', 'Something broke on our side; it was logged under this request id.')
}

const reasonByStatus: Record<number, RefusalReason> = {
  400: 'malformed_request',
  413: 'body_too_large',
  415: 'malformed_body',
  429: 'too_many_requests',
}

type Found = NonNullable<FastifyError['validation']>[number]

function fieldProblem(where: string | undefined, found: Found): FieldProblem {
  const path = found.instancePath.slice(1).replaceAll('/', '.')
  const inside = (name: unknown) => [path, String(name)].filter(Boolean).join('.')
  const field =
    found.keyword === 'required'
      ? inside(found.params['missingProperty'])
      : found.keyword === 'additionalProperties'
        ? inside(found.params['additionalProperty'])
        : path
  const name = field || (where ?? 'request')
  if (found.keyword === 'required') return { field: name, message: `${name} is required.` }
  if (found.keyword === 'additionalProperties') {
    return { field: name, message: `${name} is not a field here; remove it.` }
  }
  return { field: name, message: `${name} ${found.message ?? 'is not valid'}.` }
}

/** Connection failures of postgres.js and PostgreSQL's own "shutting down" and "starting up". */
const goneCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P02',
  '57P03',
])

export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  if (typeof code === 'string' && goneCodes.has(code)) return true
  return isDatabaseGone(error.cause)
}
