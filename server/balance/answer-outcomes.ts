import { type OutcomesInTime } from '../../shared/balance/contract.ts'
import { kaplanMeierOfCounts, type ReturnCount } from '../../shared/balance/kaplan-meier.ts'
import { pendingProbability } from '../../shared/balance/pending-probability.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { exactSum } from '../../shared/measure/exact-sum.ts'
import { z95 } from '../../shared/measure/z-score.ts'
import { sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { type Basis, findBasis, type Span } from './basis.ts'
import {
  findOpenLegs,
  findWindowSeconds,
  type MatureRow,
  type OpenRow,
  sumMature,
  sumReturns,
} from './outcomes-store.ts'
import { tellShare } from './tell-share.ts'

const daySeconds = 86_400

/** What is known so far of the calls a viewer may see (METHOD 4.2). */
export async function answerOutcomes(
  sql: Reading,
  viewer: Viewer,
  query: Span & { team?: number },
): Promise<OutcomesInTime> {
  const basis = await findBasis(sql, viewer, query)
  return { ...basis.told, ...(await workOut(sql, viewer, basis, query.team)) }
}

type Worked = Pick<OutcomesInTime, 'mature' | 'provisional' | 'curve' | 'notLinkable'>

async function workOut(
  sql: Reading,
  viewer: Viewer,
  { state, days }: Basis,
  team: number | undefined,
): Promise<Worked> {
  const nobody = {
    mature: tellShare(0, 0),
    provisional: null,
    curve: [],
    notLinkable: tellShare(0, 0),
  }
  if (days === null || state.watermark === null) return nobody
  const sight = sightOf(viewer)
  const asked = { days, ...(team === undefined ? {} : { team }) }
  const windowSeconds = await findWindowSeconds(sql, viewer.organizationId)
  const windowDays = Math.ceil(windowSeconds / daySeconds)
  const [mature, returns, open] = await Promise.all([
    sumMature(sql, sight, asked),
    sumReturns(sql, sight, { ...asked, windowDays }),
    // What is open now belongs to the weeks up to now, not to days of the past.
    days.to === null
      ? findOpenLegs(sql, sight, {
          ...{ watermark: state.watermark, windowSeconds, version: state.version ?? 0 },
          ...(team === undefined ? {} : { team }),
        })
      : [],
  ])
  return {
    mature: tellShare(mature.resolved, mature.counted),
    provisional: provisionalOf(mature, returns, open),
    curve: curveOf(mature, returns, open, windowDays),
    notLinkable: tellShare(mature.notLinkable, mature.inbound),
  }
}

function curveOf(
  mature: MatureRow,
  returns: readonly number[],
  open: readonly OpenRow[],
  windowDays: number,
): OutcomesInTime['curve'] {
  const returned = returns.reduce((sum, each) => sum + each, 0)
  const counts: ReturnCount[] = [
    ...returns.map((calls, place) => ({ eventDay: place + 1, completeDays: windowDays, calls })),
    { eventDay: null, completeDays: windowDays, calls: mature.stayedWith - returned },
    ...open
      .filter(({ isHandedOn }) => !isHandedOn)
      .map(({ eventDay, completeDays, legs }) => ({ eventDay, completeDays, calls: legs })),
  ]
  return kaplanMeierOfCounts(counts, windowDays).map(({ day, atRisk, events, share, variance }) => {
    const reach = z95 * Math.sqrt(variance)
    return {
      ...{ day, atRisk, returns: events, share },
      ...{ low: Math.max(0, share - reach), high: Math.min(1, share + reach) },
    }
  })
}

/** Null where too few returns are known to say when returns usually come. */
function provisionalOf(
  mature: MatureRow,
  returns: readonly number[],
  open: readonly OpenRow[],
): OutcomesInTime['provisional'] {
  const returned = returns.reduce((sum, each) => sum + each, 0)
  const openLegs = open.reduce((sum, { legs }) => sum + legs, 0)
  const calls = mature.counted + openLegs
  if (calls < percentageNeeds || returned < percentageNeeds) return null
  const returnedByAge = (age: number): number =>
    returns.slice(0, age).reduce((sum, each) => sum + each, 0) / returned
  const usually = mature.resolved / mature.counted
  const expected = exactSum(
    open.map(({ eventDay, isHandedOn, completeDays, resolution, legs }) =>
      eventDay !== null || isHandedOn
        ? 0
        : legs * pendingProbability(resolution ?? usually, returnedByAge(completeDays)),
    ),
  )
  return { rate: (mature.resolved + expected) / calls, calls, open: openLegs }
}
