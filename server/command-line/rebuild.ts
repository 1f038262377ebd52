import { rebuildNow } from '../balance/bring-up-to-date.ts'
import { findProgress } from '../balance/reference-store.ts'
import { type Standing } from '../stand-on.ts'
import { BadOrder } from './refuse.ts'

type RebuildOrder = { organizationId: number; from?: string; to?: string }

/** Builds a version of an organization's reference now and says what is in it. */
export async function rebuildReference(
  { database }: Standing,
  { organizationId, from, to }: RebuildOrder,
  clock: () => number,
): Promise<void> {
  if (from !== undefined && to !== undefined && from > to) {
    throw new BadOrder(`--from ${from} comes after --to ${to}. Turn them round.`)
  }
  const startedAt = clock()
  const [progress] = await findProgress(database.reading, organizationId)
  const span = {
    ...(from === undefined ? {} : { fromDay: from }),
    ...(to === undefined ? {} : { toDay: to }),
  }
  const built = progress ? await rebuildNow(database, progress, { clock, span }) : 'nothing_mature'
  if (built === 'already_building') {
    throw new BadOrder('A server is working this out just now. Try again in a moment.')
  }
  if (built === 'nothing_mature') {
    throw new BadOrder('No call of these days is old enough to be compared yet.')
  }
  const seconds = ((clock() - startedAt) / 1000).toFixed(1)
  console.log(
    `Version ${built.id}: ${built.legs} legs by ${built.reps} reps from ${built.fromDay} to ${built.toDay}, in ${seconds} s.`,
  )
}
