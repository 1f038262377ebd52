import { type FastifyInstance } from 'fastify'
import * as balance from '../../shared/balance/contract.ts'
import { type Announcements } from '../announcements.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { changeCaseMix } from './sort-anew.ts'
import { findCaseMix } from './sort-store.ts'

type Needs = { database: Database; announcements: Announcements }

/** What makes two calls of one kind: asked, and changed. */
export function caseMixRoutes(app: FastifyInstance, { database, announcements }: Needs): void {
  app.route(
    answer(balance.caseMix, ({ viewer }) => findCaseMix(database.reading, viewer.organizationId)),
  )
  app.route(
    carryOut(balance.changeCaseMix, async ({ viewer, body }) => {
      const { organizationId } = viewer
      await changeCaseMix(database, organizationId, body)
      announcements.announce({ kind: 'case_mix_was_changed', organizationId })
      return findCaseMix(database.reading, organizationId)
    }),
  )
}
