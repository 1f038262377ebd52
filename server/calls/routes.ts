import { type FastifyInstance } from 'fastify'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { wilsonInterval } from '../../shared/measure/wilson-interval.ts'
import { z95 } from '../../shared/measure/z-score.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import * as calls from '../../shared/calls/contract.ts'
import { callClasses } from '../../shared/calls/words.ts'
import { sightOf } from '../../shared/roster/sight.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readPlace } from '../http/place.ts'
import { findLines, findOwnLines, type LineRow } from './line-store.ts'
import { countPlane, dotsLimit, findDots, stepLog2 } from './plane-store.ts'
import { showCall } from './show-call.ts'
import { findChoices, summarize, type SummaryRow } from './summary-store.ts'
import { tellLine } from './tell-line.ts'
import { verifyOutcome } from './verify-outcome.ts'

type Needs = { database: Database; clock: () => number }

/** Calls as people read them. */
export function callRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  const sql = database.reading
  listRoutes(app, database)
  app.route(
    answer(calls.summary, async ({ viewer, query }) =>
      tellSummary(await summarize(sql, sightOf(viewer), query)),
    ),
  )
  app.route(
    answer(calls.plane, async ({ viewer, query }) => {
      const sight = sightOf(viewer)
      const { bins, ...totals } = await countPlane(sql, sight, query)
      const dots = totals.placed <= dotsLimit ? await findDots(sql, sight, query) : null
      return {
        ...totals,
        stepLog2,
        bins,
        dots:
          dots?.map(({ repId, repName, startedAt, ...dot }) => ({
            ...dot,
            rep: { id: repId, name: repName },
            startedAt: startedAt.toISOString(),
          })) ?? null,
      }
    }),
  )
  app.route(
    answer(calls.choices, async ({ viewer }) => {
      const found = await findChoices(sql, sightOf(viewer))
      return {
        ...found,
        earliestAt: found.earliestAt?.toISOString() ?? null,
        latestAt: found.latestAt?.toISOString() ?? null,
      }
    }),
  )
  app.route(answer(calls.show, ({ viewer, params }) => showCall(sql, viewer, params.callId)))
  app.route(
    carryOut(calls.verify, ({ viewer, person, params, body }) =>
      verifyOutcome(
        database,
        { viewer, userId: person.userId, name: person.name },
        { ...params, ...body },
        clock(),
      ),
    ),
  )
}

function listRoutes(app: FastifyInstance, database: Database): void {
  app.route(
    answer(calls.list, async ({ viewer, query }) => {
      const { after, limit = itemsPerPageDefault, ...filter } = query
      const place = readPlace(after, (key) => key.every((part) => typeof part === 'number'))
      const rows = await findLines(database.reading, sightOf(viewer), filter satisfies CallFilter, {
        after: place && timePlace(place),
        limit: limit + 1,
      })
      return pageOf(rows, limit, timeKey, tellLine)
    }),
  )
  app.route(
    answer(calls.mine, async ({ viewer, query }) => {
      const { after, limit = itemsPerPageDefault } = query
      const place = readPlace(after, ([isReflected]) => typeof isReflected === 'boolean')
      const sight = sightOf(viewer)
      if (sight.reps !== 'one') return { items: [], next: null }
      const rows = await findOwnLines(database.reading, sight, {
        after: place && { hasReflection: place[0] === true, ...timePlace(place.slice(1)) },
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [row.hasReflection, ...timeKey(row)], tellLine)
    }),
  )
}

const timeKey = (row: LineRow) => [row.startedAt.getTime(), row.callId, row.legNo]

const timePlace = ([startedAt, callId, legNo]: unknown[]) => ({
  startedAt: Number(startedAt),
  callId: Number(callId),
  legNo: Number(legNo),
})

const tellShare = (count: number, of: number) =>
  of < percentageNeeds
    ? { count, of, tooFew: { have: of, need: percentageNeeds } }
    : { count, of, ...wilsonInterval(count, of) }

function tellSummary(row: SummaryRow | null): calls.Summary {
  const counts = (of: keyof SummaryRow) => Number(row?.[of] ?? 0)
  const count = counts('timed')
  const mean = row?.meanSeconds ?? null
  const half = count > 1 ? (z95 * (row?.deviationSeconds ?? 0)) / Math.sqrt(count) : null
  return {
    watermark: row?.watermark?.toISOString() ?? null,
    legs: counts('legs'),
    outcomes: {
      resolved: counts('resolved'),
      notResolved: counts('notResolved'),
      open: counts('open'),
      handedOn: counts('handedOn'),
      notLinkable: counts('notLinkable'),
      notCounted: counts('notCounted'),
    },
    resolvedShare: tellShare(counts('matureResolved'), counts('mature')),
    returnWithin24h: tellShare(counts('returned'), counts('dayOver')),
    underTenSeconds: tellShare(counts('underTen'), count),
    handleTime: {
      count,
      meanSeconds: mean,
      meanLowSeconds: mean === null || half === null ? null : Math.max(0, mean - half),
      meanHighSeconds: mean === null || half === null ? null : mean + half,
      medianSeconds: row?.medianSeconds ?? null,
    },
    classes: Object.fromEntries(
      callClasses.map((name) => [name, row?.classes?.[name] ?? 0]),
    ) as calls.Summary['classes'],
  }
}
