import { type FastifyReply, type FastifyRequest } from 'fastify'

/** Sets cookies; over HTTPS they never travel without it. */
export function setCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  cookies: readonly string[],
): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  for (const cookie of cookies) void reply.header('set-cookie', `${cookie}${secure}`)
}
