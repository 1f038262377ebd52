import { type MinutesLedger, minutesLedgerOfCells } from '../../shared/balance/minutes-ledger.ts'
import { type CellWithCost } from './rep-cell-store.ts'

/** What a rep's outcomes saved or cost at standard cost: an explanation beside the standing. */
export const reckonLedger = (cells: readonly CellWithCost[]): MinutesLedger =>
  minutesLedgerOfCells(
    cells.flatMap(({ counted, resolved, resolution, downstreamSeconds }) =>
      resolution === null || downstreamSeconds === null
        ? []
        : [{ p: resolution, downstreamSeconds, legs: counted, resolved }],
    ),
  )
