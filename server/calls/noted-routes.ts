import { type FastifyInstance } from 'fastify'
import * as balance from '../../shared/balance/contract.ts'
import { type Viewer, sightOf } from '../../shared/roster/sight.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database, type Reading } from '../database/connect.ts'
import { answer } from '../http/carry-out.ts'
import { pageOf, readPlace } from '../http/place.ts'
import { findRecognized, findToTalkAbout, linesOf } from './noted-store.ts'
import { tellLine } from './tell-line.ts'

/** The two lists that lead to calls: to recognize, and to talk about. */
export function notedRoutes(app: FastifyInstance, { database }: { database: Database }): void {
  const sql = database.reading
  app.route(answer(balance.recognitions, ({ viewer, query }) => recognized(sql, viewer, query)))
  app.route(answer(balance.coaching, ({ viewer, query }) => toTalkAbout(sql, viewer, query)))
}

type Asked = { after?: string; limit?: number; team?: number; rep?: number }

async function recognized(sql: Reading, viewer: Viewer, asked: Asked) {
  const { after, limit = itemsPerPageDefault, ...only } = asked
  const place = readPlace(after, ([week, ...rest]) => typeof week === 'string' && areNumbers(rest))
  const rows = await findRecognized(sql, sightOf(viewer), {
    ...only,
    after: place && {
      ...{ week: String(place[0]), secondsAvoided: Number(place[1]) },
      ...{ callId: Number(place[2]), legNo: Number(place[3]) },
    },
    limit: limit + 1,
  })
  const lines = new Map(
    (await linesOf(sql, sightOf(viewer), rows)).map((line) => [
      `${line.callId} ${line.legNo}`,
      line,
    ]),
  )
  const page = pageOf(
    rows,
    limit,
    (row) => [row.week, row.secondsAvoided ?? 0, row.callId, row.legNo],
    (row) => ({ row, line: lines.get(`${row.callId} ${row.legNo}`) }),
  )
  return {
    next: page.next,
    items: page.items.flatMap(({ row, line }) =>
      line
        ? [
            {
              ...{ call: tellLine(line), reasons: row.reasons, week: row.week },
              isHighlighted: row.isHighlighted,
              expectedSecondsAvoided: row.secondsAvoided,
            },
          ]
        : [],
    ),
  }
}

async function toTalkAbout(
  sql: Reading,
  viewer: Viewer,
  asked: Asked & { class?: 'hurried' | 'needs_support' },
) {
  const { after, limit = itemsPerPageDefault, ...only } = asked
  const place = readPlace(after, areNumbers)
  const found = await findToTalkAbout(sql, sightOf(viewer), {
    ...only,
    after: place && {
      startedAt: Number(place[0]),
      ...{ callId: Number(place[1]), legNo: Number(place[2]) },
    },
    limit: limit + 1,
  })
  const rows = await linesOf(sql, sightOf(viewer), found)
  return pageOf(rows, limit, (row) => [row.startedAt.getTime(), row.callId, row.legNo], tellLine)
}

const areNumbers = (key: unknown[]): boolean => key.every((part) => typeof part === 'number')
