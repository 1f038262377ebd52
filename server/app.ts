import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { health } from '../shared/wire/health.ts'
import { type Announcements, openAnnouncements } from './announcements.ts'
import { keepBalance } from './balance/keep-balance.ts'
import { balanceRoutes } from './balance/routes.ts'
import { caseMixRoutes } from './calls/case-mix-routes.ts'
import { giveCalls } from './calls/give-calls.ts'
import { lockOrganization } from './calls/ingest-store.ts'
import { notedRoutes } from './calls/noted-routes.ts'
import { sortAll } from './calls/sort-anew.ts'
import { type Ingest, noteAlone, openIngestLanes } from './calls/ingest-lane.ts'
import { ingestRoutes } from './calls/ingest-routes.ts'
import { openHashers } from './calls/hashers.ts'
import { openTakeRecords } from './calls/take-records.ts'
import { countLegs, countOverlaps, countTogether } from './calls/together-store.ts'
import { callRoutes } from './calls/routes.ts'
import { type Database } from './database/connect.ts'
import { type Floors, keepFloors } from './floor/keep-floors.ts'
import { type Hear, openHearing } from './floor/open-hearing.ts'
import { floorRoutes } from './floor/routes.ts'
import { openWatching, saidBytesLimit } from './floor/watch-floor.ts'
import { answer, letIn } from './http/carry-out.ts'
import { holdBack, refuseWhenBehind } from './http/hold-back.ts'
import { describeRoutes } from './http/openapi.ts'
import { answerProblems } from './http/problems.ts'
import { Refused } from './http/refused.ts'
import { refuseForeignOrigin } from './http/same-origin.ts'
import { type ImportDesk, openImportDesk } from './intake/import-desk.ts'
import { noteApiRequests } from './intake/note-api-requests.ts'
import { connectionRoutes } from './intake/connection-routes.ts'
import { liveRoutes } from './intake/live/live-routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { openSpool, type Spool } from './intake/spool.ts'
import { openSeal } from './intake/seal.ts'
import { giveWords, restoreWords } from './reflections/give-words-store.ts'
import { keepSending } from './outgoing/keep-sending.ts'
import { outgoingRoutes } from './outgoing/routes.ts'
import { reflectionRoutes } from './reflections/routes.ts'
import { findWord } from './reflections/word-store.ts'
import { displayRoutes } from './roster/display-routes.ts'
import { openStanding } from './roster/find-standing.ts'
import { identifyBy } from './roster/identify.ts'
import { type Followers } from './roster/match-reps.ts'
import { rosterRoutes } from './roster/people-routes.ts'
import { type DemoSignIn, sessionRoutes } from './roster/session-routes.ts'
import { openSignIn } from './roster/sign-in.ts'
import { noRecordStore, recordStore } from './store-records.ts'
import { openTelling } from './tell-floor.ts'

/** What the app stands on; given by the process, or by a test with a clock of its own. */
export type Ground = {
  database: Database
  databaseKind: 'embedded' | 'server'
  secret: string
  version: string
  /** Where people reach it, for cookies. */
  origin: string
  setUpCode: string | null
  /** Where uploaded files lie until they are imported. */
  spoolFolder: string
  clock: () => number
  demoSignIns: () => readonly DemoSignIn[]
  /** A process this far behind asks senders to wait rather than fall further behind; 0: never. */
  behindMillisecondsLimit: number
  log: boolean
}

export type House = {
  app: FastifyInstance
  announcements: Announcements
  balance: ReturnType<typeof keepBalance>
  /** Tells other systems what is in the outbox. */
  outgoing: ReturnType<typeof keepSending>
  imports: ImportDesk
  floors: Floors
  /** Until the database is ready, everything but static pages is refused as starting up. */
  open: () => void
}

const requestSecondsLimit = 120
const pages = fileURLToPath(new URL('../dist/web', import.meta.url))

/** The table of contents: every part of the server, by hand and in order. */
export async function buildApp(ground: Ground): Promise<House> {
  const { database, clock, secret } = ground
  const app = Fastify({
    logger: ground.log ? { level: 'warn' } : false,
    requestTimeout: requestSecondsLimit * 1000,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
  })
  let isOpen = false
  answerProblems(app, pageFor)
  await refuseWhenBehind(app, ground.behindMillisecondsLimit)
  await app.register(helmet, { contentSecurityPolicy: { directives: policy }, hsts: false })
  await app.register(compress)
  await app.register(websocket, { options: { maxPayload: saidBytesLimit } })
  await describeRoutes(app, ground.version)

  const announcements = openAnnouncements()
  const signIn = openSignIn(database, secret, ground.origin)
  const identify = identifyBy(database, signIn, clock)
  app.addHook('onRequest', async (request) => {
    if (!isOpen && request.url.startsWith('/api/')) {
      throw new Refused('starting_up', 'Wellspent is starting; try again in a moment.')
    }
    refuseForeignOrigin(request)
    await letIn(request, identify)
  })
  holdBack(app)

  keepPrivate(app)
  healthRoute(app, ground)
  await sessionRoutes(app, { ...ground, signIn })
  await displayRoutes(app, { database, signIn, clock })
  rosterRoutes(app, { database, announcements, clock, followers, callsOfReps })
  const ingest = openIngestLanes(database, announcements, clock)
  const take = openTakeRecords(ingest, secret, clock)
  await ingestRoutes(app, {
    take,
    note: (transaction, organizationId, taken) => {
      const told = taken.map(({ batch, reply }) => {
        return { sources: new Set(batch.calls.map(({ call }) => call.source)), reply }
      })
      return noteApiRequests(transaction, organizationId, told, clock())
    },
  })
  callRoutes(app, { database, clock })
  notedRoutes(app, { database })
  caseMixRoutes(app, { database, announcements })
  const spool = openSpool(ground.spoolFolder)
  const imports = imported(app, ground, { spool, ingest })
  await intakeRoutes(app, { database, spool, clock, wake: imports.wake })
  const hear = hearing(ground)
  await liveFeeds(app, ground, { take, hear })
  reflectionRoutes(app, { database, clock })
  balanceRoutes(app, { database, clock })
  const seal = openSeal(secret)
  outgoingRoutes(app, { database, close: seal.close, clock })
  const floors = await liveFloor(app, ground, hear)
  await servePages(app)
  const log = (what: string) => (error: unknown) => {
    app.log.error({ err: error }, what)
  }
  const balance = keepBalance({
    ...{ database, announcements, clock, log: log('keeping the balance failed') },
    before: () => sortAll(database),
  })
  const failed = log('sending to webhooks failed')
  const outgoing = keepSending({ database, open: seal.open, clock, log: failed })
  const open = (): void => {
    isOpen = true
  }
  return { app, announcements, balance, outgoing, imports, floors, open }
}

/** What phone systems tell of the floor, by its own endpoint or with what they deliver. */
function hearing({ database, clock, secret }: Ground): Hear {
  const hashersOf = openHashers(secret)
  return openHearing({
    ...{ database, clock },
    hashCustomer: (organizationId, customer) =>
      hashersOf(organizationId).customer(customer)?.hex ?? null,
  })
}

/** The floor: what phone systems tell of it, and who watches. */
async function liveFloor(
  app: FastifyInstance,
  { database, clock }: Ground,
  hear: Hear,
): Promise<Floors> {
  const log = (error: unknown): void => {
    app.log.error({ err: error }, 'keeping the floor failed')
  }
  const floors = keepFloors({
    ...{ database, clock, log },
    findWord: (organizationId, since) => findWord(database.reading, organizationId, since),
  })
  await floorRoutes(app, {
    ...{ database, floors, clock, hear },
    watch: openWatching({ floors, findStanding: openStanding(database, clock), clock, log }),
  })
  return floors
}

/** What hangs on a rep: calls and reflections go where the names go. */
const followers: Followers = {
  hold: lockOrganization,
  follow: async (transaction, organizationId, moved) => {
    const legs = await giveCalls(transaction, organizationId, moved)
    return { legs, aside: await giveWords(transaction, organizationId, moved) }
  },
  restore: restoreWords,
}
const callsOfReps = { countLegs, countOverlaps, countTogether }

/** What phone systems deliver by themselves goes through the lane that the API's records go through. */
async function liveFeeds(
  app: FastifyInstance,
  { database, secret, clock }: Ground,
  { take, hear }: { take: ReturnType<typeof openTakeRecords>; hear: Hear },
): Promise<void> {
  const seal = openSeal(secret)
  connectionRoutes(app, { database, seal, clock })
  await liveRoutes(app, {
    ...{ database, seal, clock },
    store: (organizationId, records, note) => take(organizationId, records, noteAlone(note)),
    hear: openTelling(hear, (error) => {
      app.log.error({ err: error }, 'telling the floor of a delivery failed')
    }),
  })
}

/** Imports of uploaded files store their records in the lane that the API's go through. */
function imported(
  app: FastifyInstance,
  { database, databaseKind, secret, clock }: Ground,
  { spool, ingest }: { spool: Spool; ingest: Ingest },
): ImportDesk {
  return openImportDesk({
    ...{ database, spool, secret, clock, isOnlyServer: databaseKind === 'embedded' },
    log: (error) => {
      app.log.error({ err: error }, 'importing failed')
    },
    storeFor: (organizationId, isDryRun) =>
      isDryRun ? noRecordStore(database) : recordStore({ ingest, secret, clock }, organizationId),
  })
}

/** What the API answers is for whoever asked; no browser or proxy keeps it. */
function keepPrivate(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}

function healthRoute(app: FastifyInstance, { database, databaseKind, version }: Ground): void {
  app.route(
    answer(health, async () => {
      await database.reading`select 1`
      return { status: 'ok' as const, database: databaseKind, version }
    }),
  )
}

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  upgradeInsecureRequests: null,
}

/** The built pages. */
async function servePages(app: FastifyInstance): Promise<void> {
  if (!existsSync(pages)) return
  await app.register(fastifyStatic, { root: pages, wildcard: false, cacheControl: false })
}

/**
 * An address that is neither route nor file is a page of the browser's own router. A file that
 * has gone with an older build is not: a page in its place would be run as a script.
 */
function pageFor(request: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  const isPage = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
  if (!isPage || !existsSync(pages)) return null
  return reply.header('cache-control', 'no-cache').sendFile('index.html')
}
