import { type Endpoint } from '../../shared/wire/endpoint.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The endpoint a route carries out; a route without one is a static file. */
    endpoint?: Endpoint
  }
}
