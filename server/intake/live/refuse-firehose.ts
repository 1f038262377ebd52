import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { kindByReason, statusByKind } from '../../../shared/wire/refusal.ts'
import { refusalOf } from '../../http/problems.ts'
import { firehoseAnswer } from './firehose-envelope.ts'

/** Seconds after which a refusal that passes by itself may have passed. */
const retryAfterSeconds = 2

/**
 * Answers with a refusal as Firehose understands it, with our own words beside. It takes 413 as
 * the end of it and drops the records, even where a bucket for failed ones is set up; so nothing
 * is ever answered by 413.
 */
export function refuseFirehose(
  error: FastifyError,
  { request, reply, now }: { request: FastifyRequest; reply: FastifyReply; now: number },
): FastifyReply {
  const { reason, message } = refusalOf(error)
  if (reason === 'bug') request.log.error({ err: error }, 'bug')
  const kind = kindByReason[reason]
  const given = request.headers['x-amz-firehose-request-id']
  const requestId = typeof given === 'string' ? given : request.id
  if (kind === 'unavailable' || kind === 'too_many') reply.header('retry-after', retryAfterSeconds)
  const status = statusByKind[kind === 'too_large' ? 'malformed' : kind]
  const answer = { ...firehoseAnswer(requestId, now, message), kind, reason, message }
  // As text, so that no schema takes away what only Firehose reads.
  return reply.code(status).type('application/json').send(JSON.stringify(answer))
}
