import underPressure from '@fastify/under-pressure'
import { type FastifyInstance, type FastifyRequest } from 'fastify'
import { sendProblem } from './problems.ts'
import { Refused } from './refused.ts'

/** Bytes of bodies that are being read, or wait for their answer, in all requests together. */
export const heldBytesLimit = 32 * 1024 * 1024
/** What a phone system sends of one call is let in all the same. */
const smallBytes = 64 * 1024

/**
 * Keeps what is read at once within the memory there is: who sends more is asked to come back,
 * before a byte of it is read. A body of unknown length counts as the largest that is allowed.
 */
export function holdBack(app: FastifyInstance): void {
  let held = 0
  app.addHook('preParsing', async (request, reply) => {
    const bytes = bytesOf(request)
    if (bytes <= smallBytes) return
    if (held > 0 && held + bytes > heldBytesLimit) {
      throw new Refused('too_busy', 'More comes in than can be read at once; send it again soon.')
    }
    held += bytes
    let isHeld = true
    const letGo = (): void => {
      if (isHeld) held -= bytes
      isHeld = false
    }
    // Answered, or gone before an answer.
    reply.raw.once('finish', letGo).once('close', letGo)
  })
}

function bytesOf({ headers, routeOptions }: FastifyRequest): number {
  if (headers['content-length'] !== undefined && headers['content-encoding'] === undefined) {
    return Number(headers['content-length'])
  }
  const hasBody = 'content-length' in headers || 'transfer-encoding' in headers
  return hasBody ? routeOptions.bodyLimit : 0
}

/** How often it is looked at least how far behind the process is. */
const lookMilliseconds = 1_000

/** A process so many milliseconds behind asks who brings more work to come back; 0: never. */
export async function refuseWhenBehind(app: FastifyInstance, limit: number): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: limit,
    // Over a time without a single turn the delay counts as endless: that time is the limit too.
    sampleInterval: Math.max(limit, lookMilliseconds),
    pressureHandler: (request, reply) => {
      // Readers wait their turn.
      if (request.method === 'GET') return
      sendProblem(reply, new Refused('too_busy', 'The server is busy; send it again in a moment.'))
    },
  })
}
