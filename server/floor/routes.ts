import { type FastifyInstance } from 'fastify'
import * as floor from '../../shared/floor/contract.ts'
import { eventsPerRequestLimit } from '../../shared/floor/presence.ts'
import { type FloorMessage, type Snapshot } from '../../shared/floor/floor-message.ts'
import { invariant } from '../../shared/invariant.ts'
import { sightOf } from '../../shared/roster/sight.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { standingOf } from '../http/asker.ts'
import { answer, askerOf, carryOut } from '../http/carry-out.ts'
import { takeRawBodies } from '../http/raw-body.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { splitRecords } from '../http/split-records.ts'
import { keepMood } from './day-store.ts'
import { openHelp } from './find-help.ts'
import { keepHelper } from './help-store.ts'
import { type Floors } from './keep-floors.ts'
import { type Hear } from './open-hearing.ts'
import { beginChange, tellServers } from './presence-store.ts'
import { recognitionRoutes } from './recognition-routes.ts'
import { type Watch } from './watch-floor.ts'

/** One request's bytes: a thousand events take about a fifth of it. */
const eventsBytesLimit = 2 * 1024 * 1024

type Needs = {
  database: Database
  floors: Floors
  watch: Watch
  clock: () => number
  hear: Hear
}

/** The live floor: what phone systems tell of it, the board, and who may be glad of help. */
export async function floorRoutes(app: FastifyInstance, needs: Needs): Promise<void> {
  await app.register(async (door) => {
    eventRoutes(door, needs)
  })
  watchRoutes(app, needs)
  helpRoutes(app, needs)
  recognitionRoutes(app, needs)
}

function eventRoutes(door: FastifyInstance, { hear }: Needs): void {
  takeRawBodies(door)
  const limits = { records: eventsPerRequestLimit, bytes: eventsBytesLimit }
  door.route({
    ...carryOut(floor.hearEvents, async ({ body, viewer: { organizationId } }) =>
      hear(organizationId, await splitRecords(body as AsyncIterable<Buffer>, limits)),
    ),
    bodyLimit: eventsBytesLimit,
  })
}

function watchRoutes(app: FastifyInstance, { floors, watch }: Needs): void {
  app.route({
    ...answer(floor.watch, async ({ viewer }) => {
      const message = await floors.snapshot(viewer.organizationId)
      invariant(isSnapshot(message), 'a floor is asked for whole')
      return message
    }),
    preHandler: async (request, reply) => {
      // Who stays connected is told by the connection; the answer's parts would stay with it.
      if (request.ws) reply.raw.detachSocket(request.raw.socket)
    },
    wsHandler: (socket, request) => {
      const standing = standingOf(askerOf(request))
      invariant(standing, 'no API key has the scope to watch')
      watch(socket, standing)
    },
  })
}

const isSnapshot = (message: FloorMessage): message is Snapshot => message.kind === 'snapshot'

function helpRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  const findHelp = openHelp(database)
  app.route(
    answer(floor.help, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1, now: clock() }
      const lines = await findHelp(sightOf(viewer), asked)
      return pageOf(
        lines,
        limit,
        ({ id }) => [id],
        (line) => line,
      )
    }),
  )
  app.route(
    carryOut(floor.offerHelp, async ({ viewer, person, params, body }) => {
      const name = body.isHelping ? person.name : null
      const isThere = await database.writing.begin(async (transaction) => {
        const change = await beginChange(transaction, viewer.organizationId)
        const { lineId } = params
        const was = await keepHelper(transaction, sightOf(viewer), { lineId, name, change })
        await tellServers(transaction, viewer.organizationId, 'presence')
        return was
      })
      if (!isThere) throw new Refused('line_unknown', 'This call is not on the line any more.')
      return {}
    }),
  )
  app.route(
    carryOut(floor.setMood, async ({ viewer, person, body }) => {
      await database.writing.begin(async (transaction) => {
        await keepMood(transaction, viewer.organizationId, {
          ...{ text: body.text, by: person.name, at: clock() },
        })
        await tellServers(transaction, viewer.organizationId, 'board')
      })
      return {}
    }),
  )
}
