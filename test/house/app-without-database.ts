import { type FastifyInstance } from 'fastify'
import { buildApp } from '../../server/app.ts'
import { connect } from '../../server/database/connect.ts'

/** The app as far as it says what it offers; whatever needs the database fails. */
export async function appWithoutDatabase(): Promise<FastifyInstance> {
  const house = await buildApp({
    database: connect('postgres://nobody@127.0.0.1:1/none'),
    databaseKind: 'embedded',
    secret: 'a secret for tests, long enough to sign with',
    version: '0.0.0',
    origin: 'http://127.0.0.1',
    setUpCode: null,
    spoolFolder: 'nowhere',
    clock: () => 0,
    demoSignIns: () => [],
    // A busy machine is no finding about the app.
    behindMillisecondsLimit: 0,
    log: false,
  })
  house.open()
  await house.app.ready()
  return house.app
}

/** Each route as `GET /api/calls`, from the tree that Fastify prints. */
export function routesOf(app: FastifyInstance): string[] {
  const path: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^([│ ]*)[└├]── (\S+) \((.+)\)$/.exec(line) ?? []
      if (indent === undefined || part === undefined || methods === undefined) return []
      path.length = indent.length / 4
      path.push(part)
      return methods.split(', ').map((method) => `${method} ${path.join('')}`)
    })
}
