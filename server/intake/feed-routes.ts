import { type FastifyInstance } from 'fastify'
import * as intake from '../../shared/intake/contract.ts'
import { silentSince } from '../../shared/intake/silence.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { advanceFeed, type FeedRow, findFeeds, setEnded } from './feed-store.ts'

type Needs = { database: Database; clock: () => number }

/** Sources of records, and up to when each is complete. */
export function feedRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    answer(intake.feeds, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const now = clock()
      const day = new Date(now).toISOString().slice(0, 10)
      const asked = { after: readIdPlace(query.after), limit: limit + 1, day }
      return pageOf(
        await findFeeds(database, viewer.organizationId, asked),
        limit,
        (row) => [row.id],
        (row) => tellFeed(row, now),
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

function tellFeed({ read, refused, isCutOff, ...row }: FeedRow, now: number) {
  const lastReceivedAt = row.lastReceivedAt?.toISOString() ?? null
  return {
    ...row,
    completeUntil: row.completeUntil?.toISOString() ?? null,
    lastReceivedAt,
    silentSince: silentSince({ lastReceivedAt, isEnded: row.isEnded, isCutOff }, now),
    today: { read, refused },
  }
}
