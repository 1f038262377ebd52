import { randomUUID } from 'node:crypto'
import { uploadHoursLimit } from '../../shared/intake/upload.ts'
import { type Database } from '../database/connect.ts'
import { isDatabaseGone } from '../http/problems.ts'
import { carryOutImport, type Outcome } from './carry-out-import.ts'
import { type StoreRecords } from './import-needs.ts'
import { openFile } from './open-file.ts'
import { Unreadable } from './read-texts.ts'
import { rejoinFile } from './rejoin-file.ts'
import { endRun } from './run-store.ts'
import { type Spool } from './spool.ts'
import { interruptLeft, takeTurn, type Turn } from './turn-store.ts'
import { deleteUpload, findExpired, findFiles, findUpload } from './upload-store.ts'

/** How often it looks whether an import waits; one that was started here begins at once. */
const lookMilliseconds = 1_000
/** Imports of several organizations that are read at once; they share what the server has. */
const turnsAtOnceLimit = 2
/** How often it looks for files that have expired. */
const sweepMilliseconds = 3_600_000

type Needs = {
  database: Database
  spool: Spool
  /** How an organization's records are stored; a dry run stores none. */
  storeFor: (organizationId: number, isDryRun: boolean) => StoreRecords
  /** The installation's, with which documents are closed that wait for others of their call. */
  secret: string
  clock: () => number
  log: (error: unknown) => void
  /** No other process serves this database, so that what runs at the start is left over. */
  isOnlyServer: boolean
}

/**
 * Carries out the imports that people start, in the background: one of an organization at a time,
 * the others in their turn. Where a run stands is kept with what it has stored, so that nothing of
 * it is lost with this process.
 */
export function openImportDesk(needs: Needs) {
  const { database, clock, log } = needs
  const runner = randomUUID()
  let isStarted = false
  let isStopped = false
  let isLooking = false
  let isLookedForMore = false
  let timer: NodeJS.Timeout | undefined
  let sweptAt = Number.NEGATIVE_INFINITY
  const underWay = new Set<Promise<void>>()

  /** Gives turns as long as there are any, and some are free. */
  const giveTurns = async (): Promise<void> => {
    while (!isStopped && underWay.size < turnsAtOnceLimit) {
      const turn = await takeTurn(database, runner, clock())
      if (!turn) return
      const run = carryOutTurn(turn, runner, needs, () => isStopped)
        .catch(log)
        .then(() => {
          underWay.delete(run)
          goOn()
        })
      underWay.add(run)
    }
  }

  const look = async (): Promise<void> => {
    await giveTurns()
    if (clock() - sweptAt < sweepMilliseconds) return
    sweptAt = clock()
    await sweep(needs)
  }

  const goOn = (): void => {
    clearTimeout(timer)
    if (!isStarted || isStopped) return
    isLookedForMore = isLooking
    if (isLooking) return
    isLooking = true
    void look()
      .catch(log)
      .then(() => {
        isLooking = false
        timer = setTimeout(goOn, isLookedForMore ? 0 : lookMilliseconds)
      })
  }
  return {
    start: async (): Promise<void> => {
      if (needs.isOnlyServer) await interruptLeft(database)
      isStarted = true
      goOn()
    },
    /** Something waits: it is looked for at once. */
    wake: goOn,
    /** Carries out everything that waits, and returns when nothing does. */
    workOff: async (): Promise<void> => {
      for (;;) {
        await giveTurns()
        if (underWay.size === 0) return
        await Promise.race(underWay)
      }
    },
    sweep: () => sweep(needs),
    /** Interrupts what is under way, to be resumed. */
    stop: async (): Promise<void> => {
      isStopped = true
      clearTimeout(timer)
      await Promise.all(underWay)
    },
  }
}

export type ImportDesk = ReturnType<typeof openImportDesk>

async function carryOutTurn(
  turn: Turn,
  runner: string,
  needs: Needs,
  isStopped: () => boolean,
): Promise<void> {
  const { database, clock } = needs
  const { organizationId, id } = turn
  const place = { organizationId, id, runner }
  try {
    const outcome = await readTurn(turn, place, needs, isStopped)
    if (outcome.kind === 'taken') return
    const failure = outcome.kind === 'read' ? outcome.failure : null
    const state =
      outcome.kind === 'stopped' ? 'interrupted' : failure === null ? 'finished' : 'failed'
    await endRun(database, place, { state, failure, now: clock() })
  } catch (error) {
    const isTold = error instanceof Unreadable
    const state = isDatabaseGone(error) ? 'interrupted' : 'failed'
    const failure = isTold ? error.message : state === 'failed' ? broke : null
    await endRun(database, place, { state, failure, now: clock() }).catch(() => null)
    if (!isTold) throw error
  }
}

const broke =
  'Something broke on our side; it was logged. What was stored stays; start the import again.'

async function readTurn(
  turn: Turn,
  place: { organizationId: number; id: number; runner: string },
  needs: Needs,
  isStopped: () => boolean,
): Promise<Outcome> {
  const { database, spool, clock, storeFor } = needs
  const { reading, counts, organizationId, isDryRun } = turn
  if (!(await spool.has(turn.file))) {
    throw new Unreadable('The file is not here any more; send it again.')
  }
  const besides = await besidesOf(turn, needs)
  const path = spool.pathOf(turn.file)
  const now = turn.startedAt.getTime()
  return carryOutImport({
    ...{ database, place, clock, counts, isStopped },
    open: (goOn) => openFile({ database, place, path, reading, besides, now, goOn }),
    store: storeFor(organizationId, isDryRun),
    rejoin: isDryRun ? null : rejoinFile(reading, { ...needs, organizationId, now }),
  })
}

/** Where the files lie beside which one is read. */
async function besidesOf(
  { reading, organizationId }: Turn,
  { database, spool }: Needs,
): Promise<string[]> {
  const files: string[] = []
  for (const id of reading.beside ?? []) {
    const row = await findUpload(database, organizationId, id)
    if (!row || !(await spool.has(row.file))) {
      throw new Unreadable(
        'A file beside which this one is read is not here any more; send it again, and start anew.',
      )
    }
    files.push(spool.pathOf(row.file))
  }
  return files
}

/** Removes uploads that nobody has touched for long, and files that no upload knows. */
async function sweep({ database, spool, clock }: Needs): Promise<void> {
  const now = clock()
  for (const { organizationId, id } of await findExpired(
    database,
    now - uploadHoursLimit * 3_600_000,
  )) {
    await deleteUpload(database, organizationId, id, now)
  }
  const known = await findFiles(database)
  for (const file of await spool.files()) if (!known.has(file)) await spool.remove(file)
}
