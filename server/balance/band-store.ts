import { copyRows } from '../database/copy-rows.ts'
import { type Transaction } from '../database/connect.ts'

/** What colleagues lead one to expect of a rep's calls of one kind. */
export type BandRow = {
  cellId: number
  repId: number
  calls: number
  queueCalls: number
  lowSeconds: number | null
  medianSeconds: number | null
  highSeconds: number | null
  shortUptoSeconds: number | null
  longFromSeconds: number | null
  meanLog: number | null
  resolution: number | null
  resolutionLegs: number
  stay: number | null
  stayLegs: number
  downstreamSeconds: number | null
  usualDownstreamSeconds: number | null
  usualDownstreamLow: number | null
  usualDownstreamHigh: number | null
}

export const insertBands = (
  transaction: Transaction,
  organizationId: number,
  version: number,
  bands: readonly BandRow[],
): Promise<void> =>
  copyRows(
    transaction,
    'reference_band',
    {
      organization_id: () => organizationId,
      version: () => version,
      cell_id: (band) => band.cellId,
      rep_id: (band) => band.repId,
      calls: (band) => band.calls,
      queue_calls: (band) => band.queueCalls,
      low_seconds: (band) => band.lowSeconds,
      median_seconds: (band) => band.medianSeconds,
      high_seconds: (band) => band.highSeconds,
      short_upto_seconds: (band) => band.shortUptoSeconds,
      long_from_seconds: (band) => band.longFromSeconds,
      mean_log: (band) => band.meanLog,
      resolution: (band) => band.resolution,
      resolution_legs: (band) => band.resolutionLegs,
      stay: (band) => band.stay,
      stay_legs: (band) => band.stayLegs,
      downstream_seconds: (band) => band.downstreamSeconds,
      usual_downstream_seconds: (band) => band.usualDownstreamSeconds,
      usual_downstream_low: (band) => band.usualDownstreamLow,
      usual_downstream_high: (band) => band.usualDownstreamHigh,
    },
    bands,
  )

/** Only two versions are compared with: the current one, and the baseline of trends. */
export async function dropOtherBands(
  transaction: Transaction,
  organizationId: number,
  kept: readonly number[],
): Promise<void> {
  await transaction`
    delete from reference_band
    where organization_id = ${organizationId} and version <> all(${[...kept]}::int[])`
}

export type Place = { cellId: number; repId: number }

/** Places of the rows left in `differing`, by `balance_day`, that have no band in a version yet. */
export const findUndescribed = (
  transaction: Transaction,
  organizationId: number,
  version: number,
): Promise<Place[]> => transaction<Place[]>`
  select distinct d.cell_id as "cellId", d.rep_id as "repId"
  from differing d
  where d.organization_id = ${organizationId} and d.sign = 1
    and not exists (
      select from reference_band b
      where b.organization_id = d.organization_id and b.version = ${version}
        and b.cell_id = d.cell_id and b.rep_id = d.rep_id)
  order by 2, 1`
