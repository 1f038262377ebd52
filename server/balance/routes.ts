import { type FastifyInstance } from 'fastify'
import * as balance from '../../shared/balance/contract.ts'
import { handleTimePerResolutionOfSums } from '../../shared/balance/handle-time-per-resolution.ts'
import { contactsPerResolution } from '../../shared/balance/contacts-per-resolution.ts'
import { groupsPerAnswerLimit } from '../../shared/balance/limits.ts'
import { type ChainGrouping, type TargetGrouping } from '../../shared/balance/words.ts'
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
import { holdAnswers } from './hold-answers.ts'
import { legsBySeconds } from './legs-by-seconds.ts'
import { openMemory, type Remember } from './remember.ts'
import { sumSeconds } from './seconds-store.ts'

type Needs = { database: Database; clock: () => number }

/** The questions of the balance, each answered from sums that are kept up to date. */
export function balanceRoutes(app: FastifyInstance, needs: Needs): void {
  const sql = needs.database.reading
  const reading = { sql, remember: openMemory() }
  const held = holdAnswers(reading)
  app.route(
    answer(
      balance.reps,
      held('reps', (viewer, query) => answerReps(reading, viewer, query)),
    ),
  )
  app.route(
    answer(
      balance.trend,
      held('trend', (viewer, query) => answerTrend(sql, viewer, query)),
    ),
  )
  app.route(
    answer(
      balance.repHabits,
      held('habits', (viewer, query) => answerHabits(sql, viewer, query)),
    ),
  )
  app.route(
    answer(
      balance.outcomesInTime,
      held('outcomes', (viewer, query) => answerOutcomes(sql, viewer, query)),
    ),
  )
  app.route(
    answer(
      balance.signs,
      held('signs', (viewer, query) => answerSigns(reading, viewer, query)),
    ),
  )
  app.route(
    answer(
      balance.resolution,
      held('resolution', (viewer, query) => answerResolution(sql, viewer, query)),
    ),
  )
  app.route(
    answer(
      balance.target,
      held('target', (viewer, query) => answerTarget(reading, viewer, query)),
    ),
  )
  app.route(
    answer(
      balance.distribution,
      held('distribution', (viewer, query) => answerDistribution(reading, viewer, query)),
    ),
  )
  commandRoutes(app, needs)
}

type Reading = { sql: Database['reading']; remember: Remember }
type By<Grouping> = Span & { by: Grouping }

async function answerResolution(
  sql: Database['reading'],
  viewer: Viewer,
  query: By<ChainGrouping>,
): Promise<balance.Resolution> {
  const { days, told } = await findBasis(sql, viewer, query)
  if (days === null) return { ...told, groups: [] }
  const asked = { by: query.by, days, limit: groupsPerAnswerLimit }
  const rows = await sumChains(sql, sightOf(viewer), asked)
  return { ...told, groups: rows.map(tellChains) }
}

async function answerTarget(
  reading: Reading,
  viewer: Viewer,
  query: By<TargetGrouping> & { seconds: number },
): Promise<balance.Target> {
  const { told, groups } = await secondsFor(reading, viewer, query)
  return { ...told, seconds: query.seconds, groups: tellTarget(groups, query.seconds) }
}

async function answerDistribution(
  reading: Reading,
  viewer: Viewer,
  query: By<TargetGrouping> & { key: string },
): Promise<balance.Distribution> {
  const { told, groups } = await secondsFor(reading, viewer, query)
  return { ...told, ...tellDistribution(groups.find(({ key }) => key === query.key)) }
}

/** Legs by seconds, which every target somebody tries out is answered from; no rep is in them. */
async function secondsFor({ sql, remember }: Reading, viewer: Viewer, query: By<TargetGrouping>) {
  const { days, state, told } = await findBasis(sql, viewer, query)
  if (days === null) return { told, groups: [] }
  const { organizationId } = viewer
  const key = `${organizationId} seconds ${query.by} ${days.from} ${days.to ?? ''}`
  const groups = await remember(String(state.revision), key, async () => {
    const asked = { by: query.by, days, limit: groupsPerAnswerLimit }
    return (await sumSeconds(sql, organizationId, asked)).map(legsBySeconds)
  })
  return { told, groups }
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
