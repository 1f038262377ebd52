import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type FastifyReply, type FastifyRequest } from 'fastify'

/** Shorter replies are not worth compressing. */
const compressedFromCharacters = 1_024
const zip = promisify(gzip)

type Prepared = { text: string | null; zipped: Promise<Buffer> | null }

const prepared = new WeakMap<object, Prepared>()

/**
 * Marks a reply that is held and given again: it is put into words and compressed once, and both
 * are forgotten with it. It must not be changed afterwards.
 */
export function prepareReply<Reply extends object>(reply: Reply): Reply {
  if (!prepared.has(reply)) prepared.set(reply, { text: null, zipped: null })
  return reply
}

/** Gives a reply out, from its prepared text where there is one. */
export async function sendReply(
  request: FastifyRequest,
  reply: FastifyReply,
  value: unknown,
): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value
  const held = prepared.get(value)
  if (!held) return value
  held.text ??= reply.serializeInput({ ...value }, '200') as string
  void reply.header('content-type', 'application/json; charset=utf-8')
  if (held.text.length < compressedFromCharacters || !acceptsGzip(request)) return held.text
  held.zipped ??= zip(held.text)
  void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
  return held.zipped
}

const acceptsGzip = ({ headers }: FastifyRequest): boolean =>
  /(^|[\s,])gzip(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(headers['accept-encoding'] ?? '')
