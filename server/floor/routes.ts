import { type FastifyInstance, type FastifyRequest } from 'fastify'
import * as floor from '../../shared/floor/contract.ts'
import { eventsPerRequestLimit } from '../../shared/floor/presence.ts'
import { checkPresenceEvent } from '../../shared/floor/check-presence-event.ts'
import { type FloorMessage, type Snapshot } from '../../shared/floor/floor-message.ts'
import { invariant } from '../../shared/invariant.ts'
import { sightOf } from '../../shared/roster/sight.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, askerOf, carryOut } from '../http/carry-out.ts'
import { takeRawBodies } from '../http/raw-body.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { splitRecords } from '../http/split-records.ts'
import { keepMood } from './day-store.ts'
import { openHelp } from './find-help.ts'
import { type HeardEvent, hearEvents } from './hear-events.ts'
import { keepHelper } from './help-store.ts'
import { type Floors } from './keep-floors.ts'
import { beginChange, tellServers } from './presence-store.ts'
import { recognitionRoutes } from './recognition-routes.ts'
import { type Watch } from './watch-floor.ts'

/** Requests with events that may wait for the database at once; beyond it senders are asked to wait. */
const waitingRequestsLimit = 100
/** One request's bytes: a thousand events take about a fifth of it. */
const eventsBytesLimit = 2 * 1024 * 1024

type Needs = {
  database: Database
  floors: Floors
  watch: Watch
  clock: () => number
  /** A customer as a keyed hash in hex; null where nobody is named. */
  hashCustomer: (organizationId: number, customer: string | undefined) => string | null
  /** Whether who asked with these headers may still ask. */
  mayStill: (request: FastifyRequest) => Promise<boolean>
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

function eventRoutes(door: FastifyInstance, { database, clock, hashCustomer }: Needs): void {
  takeRawBodies(door)
  let waiting = 0
  const limits = { records: eventsPerRequestLimit, bytes: eventsBytesLimit }
  door.route({
    ...carryOut(floor.hearEvents, async ({ body, viewer: { organizationId } }) => {
      const now = clock()
      const heard: HeardEvent[] = []
      const refused: floor.EventsReply['refused'] = []
      for (const sent of await splitRecords(body as AsyncIterable<Buffer>, limits)) {
        const checked = 'value' in sent ? checkPresenceEvent(sent.value, now) : sent
        if (checked.problem) {
          const { field, message } = checked.problem
          refused.push({ index: sent.index, field, message })
        } else {
          const { event, at } = checked
          const customer = event.kind === 'call' ? event.customer : undefined
          heard.push({ event, at, customerKey: hashCustomer(organizationId, customer) })
        }
      }
      if (heard.length === 0) return { accepted: 0, unchanged: 0, refused }
      if (waiting >= waitingRequestsLimit) {
        throw new Refused('too_busy', 'More events wait than can be kept at once; send them again.')
      }
      waiting += 1
      const accepted = await hearEvents(database, organizationId, heard, now).finally(() => {
        waiting -= 1
      })
      return { accepted, unchanged: heard.length - accepted, refused }
    }),
    bodyLimit: eventsBytesLimit,
  })
}

function watchRoutes(app: FastifyInstance, { floors, watch, mayStill }: Needs): void {
  app.route({
    ...answer(floor.watch, async ({ viewer }) => {
      const message = await floors.snapshot(viewer.organizationId)
      invariant(isSnapshot(message), 'a floor is asked for whole')
      return message
    }),
    wsHandler: (socket, request) => {
      watch(socket, askerOf(request).viewer.organizationId, () => mayStill(request))
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
        await tellServers(transaction, viewer.organizationId)
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
        await tellServers(transaction, viewer.organizationId)
      })
      return {}
    }),
  )
}
