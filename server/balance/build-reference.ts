import { setImmediate } from 'node:timers/promises'
import { type BetweenRepSd, betweenRepSd } from '../../shared/balance/between-rep-sd.ts'
import { pooledLogSd } from '../../shared/balance/pooled-log-sd.ts'
import { exactSum } from '../../shared/measure/exact-sum.ts'
import { type Transaction } from '../database/connect.ts'
import { type BandRow, dropOtherBands, insertBands, type Place } from './band-store.ts'
import { addDays, dayOf } from './day.ts'
import { addUp, bandsOf, everybody, pathsOf, referenceCellRow, sumsOf } from './reference-sums.ts'
import { type SumsByCell } from './reference-sums.ts'
import {
  dropOtherReferenceCells,
  findAllCells,
  findPlaces,
  findReferenceCells,
  findVersion,
  insertReferenceCells,
  insertVersion,
  type Progress,
  type RepRow,
  sumEverybody,
  sumReps,
  type VersionRow,
} from './reference-store.ts'
import { workAhead } from './work-ahead.ts'

/** A version rests on the mature legs of the last 13 weeks (METHOD 3.7). */
const referenceDays = 91
/** How many reps' sums are held in memory at a time. */
const repsAtATime = 25

export type ReferenceSpan = { fromDay: string; toDay: string }

/** The last day with mature legs, and the 13 weeks up to it. */
export function referenceSpan(watermark: Date, windowSeconds: number): ReferenceSpan {
  const toDay = dayOf(watermark.getTime() - windowSeconds * 1000)
  return { fromDay: addDays(toDay, 1 - referenceDays), toDay }
}

/**
 * Builds a new version of an organization's reference from the sums of days: everybody's first,
 * then rep by rep what their colleagues lead one to expect.
 *
 * @param baseline the version trends are compared with; null makes the new one the baseline
 */
export async function buildReference(
  transaction: Transaction,
  progress: Progress & { watermark: Date },
  given: {
    now: number
    span: ReferenceSpan
    baseline: number | null
    /** A version that is being read from, besides the one before. */
    read?: number | null
  },
): Promise<VersionRow> {
  const { organizationId } = progress
  const last = await findVersion(transaction, organizationId)
  const id = (last?.id ?? 0) + 1
  const paths = pathsOf(await findAllCells(transaction, organizationId))
  const all: SumsByCell = new Map()
  const everybodys = await sumEverybody(transaction, organizationId, given.span)
  for (const row of everybodys) addUp(all, pathIn(paths, row.cellId), row, [...row.bins.entries()])
  const rows = [...all].map(([cellId, sums]) => referenceCellRow(cellId, everybody, sums))
  await insertReferenceCells(transaction, organizationId, id, rows)
  const reps = await writeReps(transaction, {
    ...{ organizationId, id, span: given.span, paths, all },
  })
  const version: VersionRow = {
    ...{ id, builtAt: new Date(given.now), ...given.span, watermark: progress.watermark },
    legs: everybodys.reduce((sum, { timed }) => sum + timed, 0),
    reps: reps.filter(({ isIn }) => isIn).length,
    callsSeen: progress.calls,
    logSd: pooledLogSd(
      everybodys.map(({ timed, microLogSum, microLogSquareSum }) => ({
        legs: timed,
        microLogSum: BigInt(microLogSum),
        microLogSquareSum: BigInt(microLogSquareSum),
      })),
    ),
    ...differences(reps, last),
  }
  await insertVersion(transaction, organizationId, version)
  const compared = [id, given.baseline ?? id]
  await dropOtherBands(transaction, organizationId, compared)
  // Whoever began to read before this version was there finds the sums of the one before.
  const read = [last?.id ?? id, given.read ?? id]
  await dropOtherReferenceCells(transaction, organizationId, [...compared, ...read])
  return version
}

type RepOutcomes = { isIn: boolean; sameIssue: Outcomes; stay: Outcomes }
type Outcomes = { resolved: number; expected: number; variance: number }

type Build = {
  organizationId: number
  id: number
  span: ReferenceSpan
  paths: ReadonlyMap<number, number[]>
  all: SumsByCell
}

async function writeReps(transaction: Transaction, build: Build): Promise<RepOutcomes[]> {
  const { organizationId, id, span } = build
  const placesByRep = new Map<number, number[]>()
  for (const { repId, cellId } of await findPlaces(transaction, organizationId)) {
    const cells = placesByRep.get(repId)
    if (cells) cells.push(cellId)
    else placesByRep.set(repId, [cellId])
  }
  const outcomes: RepOutcomes[] = []
  await workAhead([...placesByRep.keys()], {
    atATime: repsAtATime,
    read: (some) => sumReps(transaction, organizationId, span, some),
    work: async (rows, some) => {
      const reckoned: ReturnType<typeof reckonRep>[] = []
      for (const repId of some) {
        await setImmediate()
        const own = rows.filter((row) => row.repId === repId)
        reckoned.push(reckonRep(build, repId, own, placesByRep.get(repId) ?? []))
      }
      const cells = reckoned.flatMap((each) => each.cells)
      await insertReferenceCells(transaction, organizationId, id, cells)
      const bands = reckoned.flatMap((each) => each.bands)
      await insertBands(transaction, organizationId, id, bands)
      outcomes.push(...reckoned.map((each) => each.outcomes))
    },
  })
  return outcomes
}

function reckonRep(
  { paths, all }: Build,
  repId: number,
  rows: readonly RepRow[],
  places: readonly number[],
) {
  const own: SumsByCell = new Map()
  for (const row of rows)
    addUp(
      own,
      pathIn(paths, row.cellId),
      row,
      row.bins.map((bin) => [bin, 1] as const),
    )
  const bands = places.map(bandsOf(paths, all, own, repId))
  const byCell = new Map(bands.map((band) => [band.cellId, band]))
  return {
    cells: [...own].map(([cellId, sums]) => referenceCellRow(cellId, repId, sums)),
    bands,
    outcomes: {
      isIn: rows.some(({ timed, counted }) => timed + counted > 0),
      sameIssue: outcomesOf(rows, (row) => ({
        ...{ legs: row.counted, resolved: row.resolved },
        p: byCell.get(row.cellId)?.resolution ?? null,
      })),
      stay: outcomesOf(rows, (row) => ({
        ...{ legs: row.dayCounted, resolved: row.dayStayed },
        p: byCell.get(row.cellId)?.stay ?? null,
      })),
    },
  }
}

function outcomesOf(
  rows: readonly RepRow[],
  of: (row: RepRow) => { legs: number; resolved: number; p: number | null },
): Outcomes {
  const told = rows.map(of).flatMap(({ p, ...counts }) => (p === null ? [] : [{ p, ...counts }]))
  return {
    resolved: told.reduce((sum, { resolved }) => sum + resolved, 0),
    expected: exactSum(told.map(({ p, legs }) => p * legs)),
    variance: exactSum(told.map(({ p, legs }) => p * (1 - p) * legs)),
  }
}

/** τ comes from the version before, so that nobody's current calls move it (METHOD 3.4). */
function differences(reps: readonly RepOutcomes[], last: VersionRow | null) {
  const sameIssue = betweenRepSd(reps.map((rep) => rep.sameIssue))
  const stay = betweenRepSd(reps.map((rep) => rep.stay))
  const unknown = betweenRepSd([]).tau
  const phiOf = ({ estimate }: BetweenRepSd): number | null => estimate?.phi ?? null
  return {
    tauSameIssue: last?.nextTauSameIssue ?? unknown,
    tauReturn: last?.nextTauReturn ?? unknown,
    ...{ nextTauSameIssue: sameIssue.tau, nextTauReturn: stay.tau },
    ...{ phiSameIssue: phiOf(sameIssue), phiReturn: phiOf(stay) },
  }
}

const pathIn = (paths: ReadonlyMap<number, number[]>, cellId: number): number[] =>
  paths.get(cellId) ?? []

/** Works out what is expected at places that are new since a version was built. */
export async function describePlaces(
  transaction: Transaction,
  organizationId: number,
  version: number,
  places: readonly Place[],
): Promise<void> {
  if (places.length === 0) return
  const paths = pathsOf(await findAllCells(transaction, organizationId))
  const cellIds = [...new Set(places.flatMap(({ cellId }) => pathIn(paths, cellId)))]
  const repIds = [...new Set(places.map(({ repId }) => repId))]
  const rows = await findReferenceCells(transaction, organizationId, version, { cellIds, repIds })
  const sumsFor = (repId: number): SumsByCell =>
    new Map(rows.filter((row) => row.repId === repId).map((row) => [row.cellId, sumsOf(row)]))
  const all = sumsFor(everybody)
  const bands: BandRow[] = repIds.flatMap((repId) => {
    const bandIn = bandsOf(paths, all, sumsFor(repId), repId)
    return places.filter((place) => place.repId === repId).map(({ cellId }) => bandIn(cellId))
  })
  await insertBands(transaction, organizationId, version, bands)
}
