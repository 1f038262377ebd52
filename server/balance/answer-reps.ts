import { setImmediate } from 'node:timers/promises'
import { repShortage } from '../../shared/balance/comparison-shortage.ts'
import { combineLabels } from '../../shared/balance/combine-labels.ts'
import { type Reps } from '../../shared/balance/contract.ts'
import { repsPerAnswerLimit } from '../../shared/balance/limits.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { repPrompt } from '../../shared/balance/rep-prompt.ts'
import { commonRate, type Mix } from '../../shared/balance/standardized-rate.ts'
import { timeIndexOfSums } from '../../shared/balance/time-index.ts'
import { type Measure, measures } from '../../shared/balance/words.ts'
import { callClasses } from '../../shared/calls/words.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { isTooFew } from '../../shared/measure/too-few.ts'
import { z95 } from '../../shared/measure/z-score.ts'
import { sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { type Basis, findBasis, type Span } from './basis.ts'
import { commonMixes } from './common-mix.ts'
import { reckonLedger } from './reckon-ledger.ts'
import { cellsBy, reckonStanding } from './reckon-standing.ts'
import { type Remember } from './remember.ts'
import { findVersion, type VersionRow } from './reference-store.ts'
import { describeReps } from './describe-reps-store.ts'
import { type CellWithCost, sumCells } from './rep-cell-store.ts'
import {
  type Description,
  type Figures,
  findDescriptions,
  findLedgers,
  findSeenReps,
  findStandings,
  type LedgerRow,
  type SeenRep,
} from './standing-store.ts'

type Needs = { sql: Reading; remember: Remember }

/** How the reps a viewer may see stand, over the evaluated weeks or the days asked for. */
export async function answerReps(
  { sql, remember }: Needs,
  viewer: Viewer,
  query: Span & { measure?: Measure; team?: number },
): Promise<Reps> {
  const measure = query.measure ?? 'same_issue_7d'
  const basis = await findBasis(sql, viewer, query)
  const { version: id } = basis.state
  const version = id === null ? null : await findVersion(sql, viewer.organizationId, id)
  const nothing = {
    ...{ ...basis.told, measure, withheld: null, tau: 0, phi: null, usualRate: null, reps: [] },
  }
  if (!version || basis.days === null) return nothing
  const withheld = repShortage(version.reps)
  const told = { ...nothing, ...spreadOf(version, measure) }
  if (withheld) return { ...told, withheld }
  const { organizationId } = viewer
  const mixes = await remember(String(version.id), `${organizationId} mixes`, () =>
    commonMixes(sql, organizationId, version.id),
  )
  const seen = await findSeenReps(sql, sightOf(viewer), {
    ...(query.team === undefined ? {} : { team: query.team }),
    limit: repsPerAnswerLimit,
  })
  const known = basis.isUsual
    ? await keptFigures(sql, organizationId, seen)
    : await figuresOfDays({ sql, remember }, organizationId, { basis, version, mixes, seen })
  return {
    ...told,
    usualRate: usualRate(mixes[measure]),
    reps: seen.flatMap((rep) => {
      const description = known.descriptions.get(rep.repId)
      if (!description) return []
      const figures = (by: Measure) =>
        known.figures.get(`${by} ${rep.repId}`) ?? reckonStanding([], told.tau, mixes[by])
      const ledger = known.ledgers.get(rep.repId)
      return [standingOf(rep, { measure, figures, description, ledger, logSd: version.logSd })]
    }),
  }
}

const spreadOf = (version: VersionRow, measure: Measure) =>
  measure === 'same_issue_7d'
    ? { tau: version.tauSameIssue, phi: version.phiSameIssue }
    : { tau: version.tauReturn, phi: version.phiReturn }

const usualRate = (mix: Mix): number | null => (mix.length === 0 ? null : commonRate(mix, 0))

type Ledger = Pick<LedgerRow, 'savedSeconds' | 'standardErrorSeconds'>
type Known = {
  figures: Map<string, Figures>
  descriptions: Map<number, Description>
  ledgers: Map<number, Ledger>
}

async function keptFigures(
  sql: Reading,
  organizationId: number,
  seen: readonly SeenRep[],
): Promise<Known> {
  const repIds = seen.map(({ repId }) => repId)
  const [standings, descriptions, ledgers] = await Promise.all([
    findStandings(sql, organizationId, repIds),
    findDescriptions(sql, organizationId, repIds),
    findLedgers(sql, organizationId, repIds),
  ])
  return {
    figures: new Map(standings.map((row) => [`${row.measure} ${row.repId}`, row.figures])),
    descriptions: new Map(descriptions.map((row) => [row.repId, row])),
    ledgers: new Map(ledgers.map((row) => [row.repId, row])),
  }
}

/** How many reps' sums are held in memory at a time. */
const repsAtATime = 50

/** Works standings over other days out from their sums, and holds them for who asks again. */
async function figuresOfDays(
  { sql, remember }: Needs,
  organizationId: number,
  given: { basis: Basis; version: VersionRow; mixes: Record<Measure, Mix>; seen: SeenRep[] },
): Promise<Known> {
  const { basis, version, mixes, seen } = given
  const { from, to } = basis.told
  const span = { from: from ?? '', to: to ?? '' }
  const repIds = seen.map(({ repId }) => repId)
  const key = `${organizationId} reps ${span.from} ${span.to} ${repIds.join()}`
  return remember(`${basis.state.revision} ${version.id}`, key, async () => {
    const described = await describeReps(sql, organizationId, {
      ...{ version: version.id, ...span, repIds, watermark: basis.state.watermark },
    })
    const known: Known = {
      ...{ figures: new Map(), ledgers: new Map() },
      descriptions: new Map(described.map((row) => [row.repId, row])),
    }
    for (let start = 0; start < repIds.length; start += repsAtATime) {
      const some = repIds.slice(start, start + repsAtATime)
      const asked = { version: version.id, ...span, repIds: some }
      const cells = await sumCells(sql, organizationId, asked)
      for (const [repId, own] of cells) {
        await setImmediate()
        reckonInto(known, repId, own, { version, mixes })
      }
    }
    return known
  })
}

function reckonInto(
  { figures, ledgers }: Known,
  repId: number,
  cells: readonly CellWithCost[],
  { version, mixes }: { version: VersionRow; mixes: Record<Measure, Mix> },
): void {
  for (const by of measures) {
    const { tau } = spreadOf(version, by)
    figures.set(`${by} ${repId}`, reckonStanding(cellsBy(by, cells), tau, mixes[by]))
  }
  ledgers.set(repId, reckonLedger(cells))
}

/** Units in which residuals are kept. */
const residualUnit = 1e12

function standingOf(
  rep: SeenRep,
  given: {
    measure: Measure
    figures: (by: Measure) => Figures
    description: Description
    ledger: Ledger | undefined
    logSd: number | null
  },
): RepStanding {
  const { description, logSd } = given
  const figures = given.figures(given.measure)
  const overall = combineLabels(
    given.figures('same_issue_7d').label,
    given.figures('return_24h').label,
  )
  const index = timeIndexOfSums(
    {
      legs: description.timed,
      sum: description.residualSum / residualUnit,
      squareSum: description.residualSquareSum / residualUnit,
    },
    logSd ?? 0,
  )
  const isTimed = !isTooFew(index) && index.legs >= percentageNeeds && logSd !== null
  return {
    rep: { id: rep.repId, name: rep.name },
    team: rep.teamId === null ? null : { id: rep.teamId, name: rep.teamName ?? '' },
    ...figures,
    overall,
    tooFew:
      figures.mature < percentageNeeds ? { have: figures.mature, need: percentageNeeds } : null,
    timeIndex: isTimed
      ? { value: index.index, low: index.low, high: index.high, legs: index.legs }
      : null,
    classes: Object.fromEntries(
      callClasses.map((name, place) => [name, description.classes[place] ?? 0]),
    ) as RepStanding['classes'],
    prompt: isTimed ? repPrompt(overall, index) : null,
    ledger: ledgerOf(given.figures('same_issue_7d').mature, given.ledger),
  }
}

function ledgerOf(mature: number, ledger: Ledger | undefined): RepStanding['ledger'] {
  if (mature < percentageNeeds) return null
  const { savedSeconds, standardErrorSeconds } = ledger ?? nothingSaved
  const reach = z95 * standardErrorSeconds
  return { savedSeconds, low: savedSeconds - reach, high: savedSeconds + reach }
}

const nothingSaved: Ledger = { savedSeconds: 0, standardErrorSeconds: 0 }
