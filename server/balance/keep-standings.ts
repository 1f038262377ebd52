import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type StandingCell } from '../../shared/balance/posterior.ts'
import { type Measure, measures } from '../../shared/balance/words.ts'
import { type Transaction } from '../database/connect.ts'
import { commonMixes } from './common-mix.ts'
import { cellsBy, reckonStanding } from './reckon-standing.ts'
import { findVersion } from './reference-store.ts'
import { findSpanCells, groupByRep } from './span-store.ts'
import {
  dropStandings,
  findInputs,
  keepStandings,
  replaceDescriptions,
  type StandingRow,
} from './standing-store.ts'

/**
 * Brings every rep's standing over the evaluated weeks up to date. Only where something it rests
 * on has changed is anything computed; between reps the process gets on with what else waits.
 */
export async function bringStandingsUpToDate(
  transaction: Transaction,
  organizationId: number,
  state: { version: number; fromDay: string },
): Promise<void> {
  const version = await findVersion(transaction, organizationId, state.version)
  if (!version) return
  const held = new Map(
    (await findInputs(transaction, organizationId)).map((row) => [keyOf(row), row]),
  )
  const byRep = groupByRep(await findSpanCells(transaction, organizationId, version.id))
  const mixes = await commonMixes(transaction, organizationId, version.id)
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
  await replaceDescriptions(transaction, organizationId, {
    version: version.id,
    fromDay: state.fromDay,
  })
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
