import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type StandingCell } from '../../shared/balance/posterior.ts'
import { type Mix } from '../../shared/balance/standardized-rate.ts'
import { type Measure, measures } from '../../shared/balance/words.ts'
import { type Transaction } from '../database/connect.ts'
import { commonMixes } from './common-mix.ts'
import { reckonLedger } from './reckon-ledger.ts'
import { cellsBy, reckonStanding } from './reckon-standing.ts'
import { findVersion, type VersionRow } from './reference-store.ts'
import { workAhead } from './work-ahead.ts'
import { type CellWithCost, findSpanCells } from './rep-cell-store.ts'
import {
  clearDueReps,
  dropStandings,
  findDueReps,
  findInputs,
  keepStandings,
  replaceLedgers,
  type StandingRow,
} from './standing-store.ts'

/** How many reps' sums are held in memory at a time. */
const repsAtATime = 25

/**
 * Brings the standings over the evaluated weeks up to date that are due. Only where something
 * one rests on has changed is anything computed; between reps the process gets on with what else
 * waits.
 */
export async function bringStandingsUpToDate(
  transaction: Transaction,
  organizationId: number,
  versionId: number,
): Promise<void> {
  const version = await findVersion(transaction, organizationId, versionId)
  if (!version) return
  const mixes = await commonMixes(transaction, organizationId, version.id)
  const due = await findDueReps(transaction, organizationId)
  await workAhead(due, {
    atATime: repsAtATime,
    read: (repIds) => readInputs(transaction, organizationId, version.id, repIds),
    work: (known) => bringUpToDate(transaction, organizationId, { version, mixes, known }),
  })
  await clearDueReps(transaction, organizationId, due)
}

/** What some reps' standings rest on, and what those held rest on. */
type Read = {
  repIds: readonly number[]
  held: Pick<StandingRow, 'measure' | 'repId' | 'inputs'>[]
  byRep: Map<number, CellWithCost[]>
}

async function readInputs(
  transaction: Transaction,
  organizationId: number,
  version: number,
  repIds: readonly number[],
): Promise<Read> {
  const [held, byRep] = await Promise.all([
    findInputs(transaction, organizationId, repIds),
    findSpanCells(transaction, organizationId, { version, repIds }),
  ])
  return { repIds, held, byRep }
}

async function bringUpToDate(
  transaction: Transaction,
  organizationId: number,
  given: { version: VersionRow; mixes: Record<Measure, Mix>; known: Read },
): Promise<void> {
  const { version, mixes, known } = given
  const { repIds, byRep } = known
  const held = new Map(known.held.map((row) => [keyOf(row), row]))
  const taus = { same_issue_7d: version.tauSameIssue, return_24h: version.tauReturn }
  const changed: StandingRow[] = []
  for (const [repId, cells] of byRep) {
    for (const measure of measures) {
      const counted = cellsBy(measure, cells)
      const inputs = inputsOf(version.id, counted)
      const key = keyOf({ measure, repId })
      const isSame = held.get(key)?.inputs === inputs
      held.delete(key)
      if (isSame) continue
      await setImmediate()
      const figures = reckonStanding(counted, taus[measure], mixes[measure])
      changed.push({ measure, repId, inputs, figures })
    }
  }
  await keepStandings(transaction, organizationId, changed)
  await dropStandings(transaction, organizationId, [...held.values()])
  const ledgers = repIds.flatMap((repId) => {
    const cells = byRep.get(repId)
    return cells ? [{ repId, ...reckonLedger(cells) }] : []
  })
  await replaceLedgers(transaction, organizationId, repIds, ledgers)
}

const keyOf = ({ measure, repId }: { measure: Measure; repId: number }): string =>
  `${measure} ${repId}`

/** τ and the common mix belong to the version, so its number stands for them. */
function inputsOf(version: number, cells: readonly StandingCell[]): string {
  const text = cells
    .map(({ p, legs, resolved, referenceLegs }) => `${p} ${referenceLegs} ${legs} ${resolved}`)
    .join()
  return createHash('sha256').update(`${version} ${text}`).digest('base64')
}
