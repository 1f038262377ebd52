import swagger from '@fastify/swagger'
import { type FastifyInstance } from 'fastify'

/** Describes every route registered after it, from the same values that validate. */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Wellspent',
        version,
        description: "Call-center coaching that weighs a call's time against its outcome.",
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'wellspent.session_token' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
