import { type Database, type Transaction } from '../database/connect.ts'
import { buildReference, type ReferenceSpan, referenceSpan } from './build-reference.ts'
import { addDays } from './day.ts'
import { bringStandingsUpToDate } from './keep-standings.ts'
import { moveOn } from './move-on.ts'
import {
  alone,
  clearDue,
  findProgress,
  findVersion,
  hasMatureLegs,
  type Progress,
  type VersionRow,
} from './reference-store.ts'
import { findSummedDays } from './span-store.ts'
import { findChangedDays, findState, keepState, noteDays, type State } from './state-store.ts'
import { hasDueReps, noteAllDue } from './standing-store.ts'
import {
  daysAtATime,
  workOffCalls,
  workOffChains,
  workOffLater,
  workOffVersion,
} from './work-off-days.ts'

/** A version is due when the records have moved on by a week, or grown by this share. */
const dueAfterMilliseconds = 7 * 86_400_000
const dueAfterGrowth = 0.1
/** Trends are drawn over half a year, against a baseline at most as old. */
const trendDays = 182

export type How = {
  clock: () => number
  /** No records are coming in: what can wait for a pause is done too. */
  isQuiet: () => boolean
  /** The process is to end: what is not begun waits for the next one. */
  isStopped: () => boolean
  /** Whether a version is built where one is due. */
  mayBuild?: boolean
}

/**
 * Works off what has changed: days first, then a version where one is due, then standings. Each
 * step is a transaction of its own, so what is done stays done, and none waits long. While
 * records are coming in by the day, as in an import, it waits for them to end.
 */
export async function bringUpToDate(
  database: Database,
  organizationId: number,
  { clock, isQuiet, isStopped, mayBuild = true }: How,
): Promise<void> {
  const step = (work: (transaction: Transaction, now: Now) => Promise<boolean>) =>
    isStopped() ? Promise.resolve(null) : inTurn(database, organizationId, clock, work)
  /** Says whether there was anything to do. Where records keep coming, this would never end. */
  const repeatWhile = async (work: (transaction: Transaction, now: Now) => Promise<boolean>) => {
    let times = 0
    while ((times === 0 || isQuiet()) && (await step(work))?.result) times += 1
    return times > 0
  }
  const isImport = await isManyDays(database, organizationId)
  if (isImport && !isQuiet()) return
  const isSummed = await repeatWhile(async (transaction, now) => {
    const isMoved = await adoptWatermark(transaction, now)
    const state = isMoved ? await findState(transaction, organizationId) : now.state
    const days = await workOffCalls(transaction, now.progress, state)
    return isMoved || days > 0
  })
  const isDue = mayBuild && isQuiet() && (await isVersionDue(database, organizationId))
  if (isDue) {
    await workOffAllLater(database, organizationId, clock)
    await step((transaction, now) => adoptDueVersion(transaction, now, clock()))
  }
  const isDescribed = await repeatWhile(
    async (transaction, { progress, state }) =>
      (await workOffVersion(transaction, progress, state)) > 0,
  )
  // Due ones may also be left over from a process that was ended in the middle.
  const isLeftOver = await hasDueReps(database.reading, organizationId)
  if (isSummed || isDue || isDescribed || isLeftOver) await step(bringStandings)
  const areChainsTold = await repeatWhile(
    async (transaction, { progress, state }) =>
      !(await areCallsWaiting(transaction, organizationId)) &&
      (await workOffChains(transaction, progress, state)) > 0,
  )
  if (areChainsTold) await step(raiseRevision)
}

/** Calls that came in the meantime go before chains. */
const areCallsWaiting = async (transaction: Transaction, organizationId: number) =>
  (await findChangedDays(transaction, organizationId, 'calls')).length > 0

/** Standings before what a resolution costs: a person's comes first. */
async function bringStandings(transaction: Transaction, now: Now): Promise<boolean> {
  const { version, fromDay } = now.state
  if (version === null || fromDay === null) return false
  await bringStandingsUpToDate(transaction, now.progress.organizationId, version)
  return raiseRevision(transaction, now)
}

async function raiseRevision(transaction: Transaction, { progress, state }: Now) {
  await keepState(transaction, progress.organizationId, state)
  return true
}

/** Where records and sums stand when a step begins. */
type Now = { progress: Progress & { now: number }; state: State }

/** Runs a step unless another process is at it; null where it is. */
const inTurn = (
  database: Database,
  organizationId: number,
  clock: () => number,
  work: (transaction: Transaction, now: Now) => Promise<boolean>,
) =>
  alone(database, organizationId, async (transaction) => {
    const [found] = await findProgress(transaction, organizationId)
    if (!found) return false
    const progress = { ...found, now: clock() }
    return work(transaction, { progress, state: await findState(transaction, organizationId) })
  })

const isManyDays = async (database: Database, organizationId: number): Promise<boolean> =>
  (await findChangedDays(database.reading, organizationId, 'calls')).length > daysAtATime

/** What followed the calls of old days goes into a version, so it is added up before one is built. */
async function workOffAllLater(
  database: Database,
  organizationId: number,
  clock: () => number,
): Promise<void> {
  const workOff = (transaction: Transaction, { progress, state }: Now) =>
    workOffLater(transaction, progress, state).then((days) => days > 0)
  while ((await inTurn(database, organizationId, clock, workOff))?.result);
}

async function adoptDueVersion(
  transaction: Transaction,
  { progress, state }: Now,
  now: number,
): Promise<boolean> {
  const { watermark } = state
  if (watermark === null) return false
  const span = referenceSpan(watermark, progress.windowSeconds)
  const isBaseline = !(await hasMovedOn(transaction, progress, state))
  await adoptVersion(transaction, { ...progress, watermark }, state, { now, span, isBaseline })
  return true
}

async function adoptWatermark(
  transaction: Transaction,
  { progress, state }: Now,
): Promise<boolean> {
  const { watermark } = progress
  if (watermark === null || watermark.getTime() === state.watermark?.getTime()) return false
  await moveOn(transaction, progress, state, watermark)
  return true
}

async function isVersionDue(database: Database, organizationId: number): Promise<boolean> {
  const [progress] = await findProgress(database.reading, organizationId)
  const state = await findState(database.reading, organizationId)
  if (!progress || progress.isSorting || state.watermark === null) return false
  const version = await findVersion(database.reading, organizationId)
  if (!version) {
    const span = referenceSpan(state.watermark, progress.windowSeconds)
    return hasMatureLegs(database.reading, organizationId, span)
  }
  if (progress.isReferenceDue) return true
  if (progress.calls > version.callsSeen * (1 + dueAfterGrowth)) return true
  return state.watermark.getTime() - version.watermark.getTime() >= dueAfterMilliseconds
}

/** Whether a version is due because time has gone on, and not because records were added. */
async function hasMovedOn(
  transaction: Transaction,
  progress: Progress,
  state: State,
): Promise<boolean> {
  const version = await findVersion(transaction, progress.organizationId)
  return (
    version !== null &&
    state.watermark !== null &&
    progress.calls <= version.callsSeen * (1 + dueAfterGrowth)
  )
}

/**
 * Builds a version and lets everything rest on it. The baseline of trends is the version built
 * when the records were last loaded, renewed after half a year: a fixed one, so that a whole
 * team can be seen to get better. Where reps were merged or split, or kinds of calls changed, it
 * is built again from the same days, so that it is what it would have been from the start.
 */
export async function adoptVersion(
  transaction: Transaction,
  progress: Progress & { watermark: Date },
  state: State,
  given: { now: number; span: ReferenceSpan; isBaseline: boolean },
): Promise<VersionRow> {
  const { organizationId } = progress
  await clearDue(transaction, organizationId)
  const held =
    state.baseline === null ? null : await findVersion(transaction, organizationId, state.baseline)
  const isOld = held !== null && addDays(held.toDay, trendDays) < given.span.toDay
  const { now, span } = given
  const read = state.version
  let baseline = given.isBaseline || isOld ? null : state.baseline
  if (progress.isReferenceDue && held && baseline !== null) {
    // Who took the calls of those days, or of which kind they are, is known better now.
    const again = { now, span: { fromDay: held.fromDay, toDay: held.toDay }, baseline: null, read }
    baseline = (await buildReference(transaction, progress, again)).id
  }
  const version = await buildReference(transaction, progress, { now, span, baseline, read })
  const fromDay = state.fromDay ?? given.span.fromDay
  const newBaseline = baseline ?? version.id
  await keepState(transaction, organizationId, {
    ...state,
    version: version.id,
    baseline: newBaseline,
  })
  const trendFrom = addDays(given.span.toDay, 1 - trendDays)
  const described = newBaseline === state.baseline ? version.fromDay : trendFrom
  const from = described < fromDay ? described : fromDay
  const days = await findSummedDays(transaction, organizationId, { from, to: '9999-12-31' })
  await noteDays(transaction, organizationId, days, 'version')
  await noteAllDue(transaction, organizationId)
  return version
}

/** Builds a version now, from given days. Nothing else may be building. */
export async function rebuildNow(
  database: Database,
  progress: Progress,
  given: { clock: () => number; span: Partial<ReferenceSpan> },
): Promise<VersionRow | 'already_building' | 'nothing_mature'> {
  const { organizationId, windowSeconds } = progress
  const how = { clock: given.clock, isQuiet: () => true, isStopped: () => false, mayBuild: false }
  await bringUpToDate(database, organizationId, how)
  await workOffAllLater(database, organizationId, given.clock)
  const built = await alone(database, organizationId, async (transaction) => {
    const state = await findState(transaction, organizationId)
    const { watermark } = state
    if (watermark === null) return 'nothing_mature'
    const usual = referenceSpan(watermark, windowSeconds)
    const span = { ...usual, ...given.span }
    const waiting = await findChangedDays(transaction, organizationId, 'calls')
    if (waiting.length > 0 || progress.isSorting) return 'already_building'
    if (!(await hasMatureLegs(transaction, organizationId, span))) return 'nothing_mature'
    return adoptVersion(transaction, { ...progress, watermark }, state, {
      ...{ now: given.clock(), span, isBaseline: state.baseline === null },
    })
  })
  if (built === null) return 'already_building'
  if (typeof built.result !== 'string') {
    await bringUpToDate(database, progress.organizationId, how)
  }
  return built.result
}
