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
    [
      ...['organization_id', 'version', 'cell_id', 'rep_id', 'calls', 'queue_calls'],
      ...['low_seconds', 'median_seconds', 'high_seconds', 'short_upto_seconds'],
      ...['long_from_seconds', 'mean_log', 'resolution', 'resolution_legs', 'stay', 'stay_legs'],
      ...['downstream_seconds', 'usual_downstream_seconds', 'usual_downstream_low'],
      'usual_downstream_high',
    ],
    bands.map((row) => [
      ...[organizationId, version, row.cellId, row.repId, row.calls, row.queueCalls],
      ...[row.lowSeconds, row.medianSeconds, row.highSeconds, row.shortUptoSeconds],
      ...[row.longFromSeconds, row.meanLog, row.resolution, row.resolutionLegs],
      ...[row.stay, row.stayLegs, row.downstreamSeconds, row.usualDownstreamSeconds],
      ...[row.usualDownstreamLow, row.usualDownstreamHigh],
    ]),
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
