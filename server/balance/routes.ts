import { type FastifyInstance } from 'fastify'
import * as balance from '../../shared/balance/contract.ts'
import { handleTimePerResolutionOfSums } from '../../shared/balance/handle-time-per-resolution.ts'
import { contactsPerResolution } from '../../shared/balance/contacts-per-resolution.ts'
import { groupsPerAnswerLimit } from '../../shared/balance/limits.ts'
import { isTooFew } from '../../shared/measure/too-few.ts'
import { sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { Refused } from '../http/refused.ts'
import { answerHabits } from './answer-habits.ts'
import { answerOutcomes } from './answer-outcomes.ts'
import { answerReps } from './answer-reps.ts'
import { answerSigns } from './answer-signs.ts'
import { tellDistribution, tellTarget } from './answer-target.ts'
import { answerTrend } from './answer-trend.ts'
import { findBasis, type Span } from './basis.ts'
import { rebuildNow } from './bring-up-to-date.ts'
import { type ChainRow, sumChains } from './chain-store.ts'
import { findProgress } from './reference-store.ts'
import { openMemory } from './remember.ts'
import { sumSeconds } from './seconds-store.ts'

type Needs = { database: Database; clock: () => number }

/** The questions of the balance, each answered from sums that are kept up to date. */
export function balanceRoutes(app: FastifyInstance, needs: Needs): void {
  const { database } = needs
  const sql = database.reading
  const remember = openMemory()
  const reading = { sql, remember }
  app.route(answer(balance.reps, ({ viewer, query }) => answerReps(reading, viewer, query)))
  app.route(answer(balance.trend, ({ viewer, query }) => answerTrend(sql, viewer, query)))
  app.route(answer(balance.repHabits, ({ viewer, query }) => answerHabits(sql, viewer, query)))
  app.route(
    answer(balance.outcomesInTime, ({ viewer, query }) => answerOutcomes(reading, viewer, query)),
  )
  app.route(answer(balance.signs, ({ viewer, query }) => answerSigns(reading, viewer, query)))
  groupRoutes(app, reading)
  commandRoutes(app, needs)
}

function groupRoutes(
  app: FastifyInstance,
  { sql, remember }: { sql: Database['reading']; remember: ReturnType<typeof openMemory> },
): void {
  const limit = groupsPerAnswerLimit
  app.route(
    answer(balance.resolution, async ({ viewer, query }) => {
      const { days, state, told } = await findBasis(sql, viewer, query)
      if (days === null) return { ...told, groups: [] }
      const { by } = query
      const key = `${viewer.organizationId} chains ${by} ${viewer.role} ${viewer.teamIds.join()} ${days.from} ${days.to ?? ''}`
      const rows = await remember(String(state.revision), key, () =>
        sumChains(sql, sightOf(viewer), { by, days, limit }),
      )
      return { ...told, groups: rows.map(tellChains) }
    }),
  )
  const secondsFor = async (viewer: Viewer, query: Span & { by: 'queue' | 'issue' }) => {
    const { days, state, told } = await findBasis(sql, viewer, query)
    if (days === null) return { told, rows: [] }
    const key = `${viewer.organizationId} seconds ${query.by} ${days.from} ${days.to ?? ''}`
    const rows = await remember(String(state.revision), key, () =>
      sumSeconds(sql, viewer.organizationId, { by: query.by, days, limit }),
    )
    return { told, rows }
  }
  app.route(
    answer(balance.target, async ({ viewer, query }) => {
      const { told, rows } = await secondsFor(viewer, query)
      return { ...told, seconds: query.seconds, groups: tellTarget(rows, query.seconds) }
    }),
  )
  app.route(
    answer(balance.distribution, async ({ viewer, query }) => {
      const { told, rows } = await secondsFor(viewer, query)
      return { ...told, ...tellDistribution(rows.find(({ key }) => key === query.key)) }
    }),
  )
}

function tellChains(row: ChainRow): balance.Resolution['groups'][number] {
  const { key, name, open } = row
  const closed = row.closed ?? 0
  const found = handleTimePerResolutionOfSums({
    closedChains: closed,
    ...{ secondsSum: row.secondsSum ?? 0, secondsSquareSum: row.secondsSquareSum ?? 0 },
  })
  return {
    ...{ key, name, outcomes: { closed, open } },
    contactsPerResolution: contactsPerResolution(row.contacts ?? 0, closed),
    handleTimePerResolution: isTooFew(found)
      ? { tooFew: found }
      : {
          count: closed,
          meanSeconds: found.meanSeconds,
          lowSeconds: Math.max(0, found.low),
          highSeconds: found.high,
        },
  }
}

function commandRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    carryOut(balance.rebuild, async ({ viewer, body }) => {
      const startedAt = clock()
      const [progress] = await findProgress(database.reading, viewer.organizationId)
      if (!progress) throw new Refused('nothing_mature', 'There are no calls yet.')
      const built = await rebuildNow(database, progress, { clock, span: spanOf(body) })
      if (built === 'already_building') {
        throw new Refused('already_building', 'Days are being worked out; try again in a moment.')
      }
      if (built === 'nothing_mature') {
        throw new Refused('nothing_mature', 'No call of these days is old enough yet.')
      }
      return {
        ...{ version: built.id, legs: built.legs, reps: built.reps },
        ...{ from: built.fromDay, to: built.toDay, seconds: (clock() - startedAt) / 1000 },
      }
    }),
  )
}

/** @throws Refused where the days are the wrong way round */
function spanOf({ from, to }: Span) {
  if (from !== undefined && to !== undefined && from > to) {
    throw new Refused('span_backwards', `The first day, ${from}, comes after the last, ${to}.`, [
      { field: 'from', message: `from comes after ${to}.` },
    ])
  }
  return {
    ...(from === undefined ? {} : { fromDay: from }),
    ...(to === undefined ? {} : { toDay: to }),
  }
}
