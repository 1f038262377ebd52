import { type FastifyInstance } from 'fastify'

/** From here on bodies are handed on as the stream they come in, whatever they say they are. */
export function takeRawBodies(door: FastifyInstance): void {
  door.removeAllContentTypeParsers()
  door.addContentTypeParser('*', (_request, body, done) => {
    done(null, body)
  })
}
