import { type FastifyRequest } from 'fastify'
import { Refused } from './refused.ts'

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser names the page a request comes from. A command that travels with the session
 * cookie must come from our own pages; another site's page can't spend a signed-in visit. Nor can
 * it open a WebSocket, which no rule of browsers keeps from being read.
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host, authorization, upgrade } = request.headers
  const isQuestion = changesNothing.has(request.method) && upgrade === undefined
  if (isQuestion || authorization !== undefined) return
  if (origin === undefined || hostOf(origin) === host) return
  throw new Refused('foreign_origin', `Commands from pages of ${origin} are not taken here.`)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
