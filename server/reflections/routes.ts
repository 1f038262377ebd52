import { type FastifyInstance } from 'fastify'
import * as reflections from '../../shared/reflections/contract.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readPlace } from '../http/place.ts'
import { recordReflection } from './record-reflection.ts'
import { shareReflection } from './share-reflection.ts'
import { findShared } from './sharing-store.ts'

type Needs = { database: Database; clock: () => number }

export function reflectionRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    carryOut(reflections.record, ({ viewer, person, params, body }) => {
      const who = { viewer, userId: person.userId, name: person.name }
      return recordReflection(database, who, params.callId, body, clock())
    }),
  )
  app.route(
    carryOut(reflections.share, async ({ viewer, params, body }) => {
      await shareReflection(database, viewer, { ...params, ...body }, clock())
      return { isShared: body.isShared }
    }),
  )
  app.route(
    answer(reflections.sharedByOthers, async ({ viewer, query }) => {
      const { limit = itemsPerPageDefault } = query
      const place = readPlace(query.after, isPlace)
      const after = place && { sharedAt: Number(place[0]), id: String(place[1]) }
      const asked = { now: clock(), after, limit: limit + 1 }
      const rows = await findShared(database.reading, viewer, asked)
      return pageOf(
        rows,
        limit,
        ({ sharedAt, id }) => [sharedAt.getTime(), id],
        ({ sharedAt, ...told }) => told,
      )
    }),
  )
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const isPlace = ([sharedAt, id]: unknown[]): boolean =>
  typeof sharedAt === 'number' && typeof id === 'string' && uuid.test(id)
