import { type FastifyInstance } from 'fastify'
import * as intake from '../../shared/intake/contract.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { advanceFeed, findFeeds, setEnded } from './feed-store.ts'
import { findRefused, findRuns, hasRun, silentSecondsLimit } from './run-store.ts'

type Needs = { database: Database; clock: () => number }

/** What came in, from where, and up to when. */
export function intakeRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    answer(intake.imports, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const before = query.after === undefined ? null : readIdPlace(query.after)
      const rows = await findRuns(database, viewer.organizationId, { before, limit: limit + 1 })
      return pageOf(
        rows,
        limit,
        (row) => [row.id],
        (row) => tellRun(row, clock()),
      )
    }),
  )
  app.route(
    answer(intake.refusedLines, async ({ viewer, params, query }) => {
      const { organizationId } = viewer
      if (!(await hasRun(database, organizationId, params.importId))) {
        throw new Refused('import_unknown', 'There is no such import.')
      }
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      const rows = await findRefused(database, organizationId, params.importId, asked)
      return pageOf(
        rows,
        limit,
        (row) => [row.id],
        ({ id, ...line }) => line,
      )
    }),
  )
  feedRoutes(app, { database, clock })
}

function feedRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    answer(intake.feeds, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      return pageOf(
        await findFeeds(database, viewer.organizationId, asked),
        limit,
        (row) => [row.id],
        (row) => ({
          ...row,
          completeUntil: row.completeUntil?.toISOString() ?? null,
          lastReceivedAt: row.lastReceivedAt?.toISOString() ?? null,
        }),
      )
    }),
  )
  app.route(
    carryOut(intake.endFeed, async ({ viewer, params, body }) => {
      const { organizationId } = viewer
      if (await setEnded(database, organizationId, params.feedId, body.isEnded)) return {}
      throw new Refused('feed_unknown', 'There is no such source.')
    }),
  )
  app.route(
    carryOut(intake.completeFeed, async ({ viewer, body }) => {
      const until = Date.parse(body.completeUntil)
      if (Number.isNaN(until) || until > clock()) {
        const message = 'completeUntil must be an instant that has passed.'
        throw new Refused('malformed_request', message, [{ field: 'completeUntil', message }])
      }
      const { organizationId } = viewer
      const kept = await advanceFeed(database.writing, organizationId, body.source, new Date(until))
      if (kept) return { completeUntil: kept.toISOString() }
      throw new Refused('feed_unknown', `No call of the source "${body.source}" has come in yet.`)
    }),
  )
}

function tellRun(row: Awaited<ReturnType<typeof findRuns>>[number], now: number) {
  const { heardAt, ...told } = row
  const isSilent = now - heardAt.getTime() > silentSecondsLimit * 1000
  const state: intake.ImportRun['state'] =
    row.state === 'running' && isSilent ? 'interrupted' : row.state
  return {
    ...told,
    state,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    refusedByReason: ranked(row.refusedByReason).map(([reason, count]) => ({ reason, count })),
    ignoredByRule: ranked(row.ignoredByRule).map(([rule, count]) => ({ rule, count })),
  }
}

const ranked = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).sort((a, b) => b[1] - a[1])
