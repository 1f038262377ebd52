import { expectedResolution } from '../../shared/balance/expected-resolution.ts'
import { type Mix, mixOf } from '../../shared/balance/standardized-rate.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { type Reading, type Transaction } from '../database/connect.ts'
import { pathsOf } from './reference-sums.ts'
import { type CellSums, findAllCells, findReferenceCells } from './reference-store.ts'

const finestLevel = 3

/**
 * The center's common mix of calls by one measure: each finest kind with its expected outcome,
 * nobody left out, and its share of a version's legs (METHOD 3.3).
 */
export async function commonMixes(
  sql: Reading | Transaction,
  organizationId: number,
  version: number,
): Promise<Record<Measure, Mix>> {
  const cells = await findAllCells(sql, organizationId)
  const rows = await findReferenceCells(sql, organizationId, version, { repIds: [] })
  const paths = pathsOf(cells)
  const byCell = new Map(rows.map((row) => [row.cellId, row]))
  const finest = cells.filter(({ level }) => level === finestLevel)
  const mixBy = (of: (sums: CellSums) => { legs: number; resolved: number }): Mix => {
    const kinds = finest.flatMap(({ id }) => {
      const own = byCell.get(id)
      const levels = (paths.get(id) ?? []).map((cellId) => {
        const sums = byCell.get(cellId)
        return sums ? of(sums) : { legs: 0, resolved: 0 }
      })
      const p = expectedResolution(levels)
      return own && p !== null && of(own).legs > 0 ? [{ p, legs: of(own).legs }] : []
    })
    return mixOf(kinds)
  }
  return {
    same_issue_7d: mixBy(({ counted, resolved }) => ({ legs: counted, resolved })),
    return_24h: mixBy(({ dayCounted, dayStayed }) => ({ legs: dayCounted, resolved: dayStayed })),
  }
}
