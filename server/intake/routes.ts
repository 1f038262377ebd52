import { type FastifyInstance } from 'fastify'
import { feedRoutes } from './feed-routes.ts'
import { importRoutes, type StartNeeds } from './import-routes.ts'
import { mappingRoutes } from './mapping-routes.ts'
import { uploadRoutes } from './upload-routes.ts'

/** What came in, from where, and up to when; and how files come in. */
export async function intakeRoutes(app: FastifyInstance, needs: StartNeeds): Promise<void> {
  importRoutes(app, needs)
  await uploadRoutes(app, needs)
  mappingRoutes(app, needs)
  feedRoutes(app, needs)
}
