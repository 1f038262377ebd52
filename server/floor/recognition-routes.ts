import { type FastifyInstance } from 'fastify'
import * as floor from '../../shared/floor/contract.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readPlace } from '../http/place.ts'
import { beginningOfDay } from './board-day.ts'
import { findOwnShown } from './recognition-store.ts'
import { showRecognition } from './show-recognition.ts'

type Needs = { database: Database; clock: () => number }

/** Reps say which of their own recognized calls the board may show. */
export function recognitionRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    answer(floor.shownRecognitions, async ({ viewer, query }) => {
      const { organizationId, repId } = viewer
      if (repId === null) return { items: [], next: null }
      const { limit = itemsPerPageDefault } = query
      const [callId = 0, legNo = 0] = readPlace(query.after, isPlace)?.map(Number) ?? []
      const asked = {
        since: beginningOfDay(clock()),
        ...{ after: { callId, legNo }, limit: limit + 1 },
      }
      const rows = await findOwnShown(database.reading, { organizationId, repId }, asked)
      return pageOf(
        rows,
        limit,
        (row) => [row.callId, row.legNo],
        (row) => row,
      )
    }),
  )
  app.route(
    carryOut(floor.showRecognition, async ({ viewer, params, body }) => {
      await showRecognition(database, viewer, { ...params, ...body }, clock())
      return {}
    }),
  )
}

const isPlace = (key: unknown[]): boolean =>
  key.length === 2 && key.every((part) => typeof part === 'number')
