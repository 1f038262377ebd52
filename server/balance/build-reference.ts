import { type Transaction } from '../database/connect.ts'
import { countReference, restoreReference } from './reference-counts.ts'
import {
  countHandleTimes,
  dropOldBands,
  findAllCells,
  findHistogramRows,
  findPlaces,
  findUndescribed,
  findVersion,
  insertBands,
  insertVersion,
  type Progress,
} from './reference-store.ts'

/** A version rests on the mature legs of the last 13 weeks (METHOD 3.7). */
const referenceDays = 91
const dayMilliseconds = 86_400_000

/** Builds a new version of an organization's reference from the facts. */
export async function buildReference(
  transaction: Transaction,
  progress: Progress,
  now: number,
): Promise<void> {
  const { organizationId, watermark } = progress
  if (watermark === null) return
  const untilAt = new Date(watermark.getTime() - progress.windowSeconds * 1000)
  const fromAt = new Date(untilAt.getTime() - referenceDays * dayMilliseconds)
  const [last, cells, rows, places] = [
    await findVersion(transaction, organizationId),
    await findAllCells(transaction, organizationId),
    await countHandleTimes(transaction, organizationId, { fromAt, untilAt }),
    await findPlaces(transaction, organizationId),
  ]
  const counts = countReference(cells, rows)
  const version = {
    ...{ id: (last?.id ?? 0) + 1, builtAt: new Date(now), fromAt, untilAt },
    ...{ legs: counts.legs, reps: counts.reps, callsSeen: progress.calls },
  }
  await insertVersion(transaction, organizationId, version, counts.histograms())
  const bands = places.map(({ cellId, repId }) => counts.bandOf(cellId, repId))
  await insertBands(transaction, organizationId, version.id, bands)
  await dropOldBands(transaction, organizationId, version.id)
}

/** Works out what is usual for kinds of calls and reps that are new since the version was built. */
export async function describePlaces(
  transaction: Transaction,
  organizationId: number,
  places: readonly { cellId: number; repId: number }[],
): Promise<void> {
  const version = await findVersion(transaction, organizationId)
  if (!version) return
  const missing = await findUndescribed(transaction, organizationId, version.id, places)
  if (missing.length === 0) return
  const cells = await findAllCells(transaction, organizationId)
  const rows = await findHistogramRows(transaction, organizationId, version.id)
  const counts = restoreReference(cells, rows)
  const bands = missing.map(({ cellId, repId }) => counts.bandOf(cellId, repId))
  await insertBands(transaction, organizationId, version.id, bands)
}
