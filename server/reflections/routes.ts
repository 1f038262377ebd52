import { type FastifyInstance } from 'fastify'
import * as reflections from '../../shared/reflections/contract.ts'
import { type Database } from '../database/connect.ts'
import { carryOut } from '../http/carry-out.ts'
import { recordReflection } from './record-reflection.ts'

type Needs = { database: Database; clock: () => number }

export function reflectionRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    carryOut(reflections.record, ({ viewer, person, params, body }) => {
      const who = { viewer, userId: person.userId, name: person.name }
      return recordReflection(database, who, params.callId, body, clock())
    }),
  )
}
