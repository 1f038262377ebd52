import { openBatches, RunStopped, RunTaken } from './import-batches.ts'
import { type ImportNeeds } from './import-needs.ts'
import { readTexts } from './read-texts.ts'
import { type Counts, hearRun } from './run-store.ts'

/** How often a run that stores nothing says that it goes on. */
const hearMilliseconds = 1_000

/** How a run came to its end, or to a halt. */
export type Outcome =
  | { kind: 'read'; counts: Counts; failure: string | null }
  /** Somebody has paused or cancelled it, or another process has taken it over. */
  | { kind: 'taken'; counts: Counts }
  /** This process stops. */
  | { kind: 'stopped'; counts: Counts }

/**
 * Reads a file into the database. Every line is accepted, unchanged, superseded, joined to a call,
 * ignored by a rule or refused, and the counts say so: they are kept with what they count, so that
 * a run that was cut off goes on exactly behind it.
 */
export async function carryOutImport(needs: ImportNeeds): Promise<Outcome> {
  const goOn = goingOn(needs)
  let batches: ReturnType<typeof openBatches> | null = null
  try {
    const { file, reading } = await needs.open(goOn)
    const { counts, take, stored, end } = (batches = openBatches(needs, file))
    const show = (): void => {
      const { bytesRead, bytesInAll } = file
      needs.show?.({ counts: counts(), bytesRead: bytesRead(), bytesInAll })
    }
    let failure: string | null = null
    for await (const step of readTexts(file.texts, reading)) {
      await goOn()
      if (step.kind === 'stopped') failure = step.message
      else await take(step.lines)
      show()
    }
    await stored()
    await goOn()
    await end()
    show()
    return { kind: 'read', counts: counts(), failure }
  } catch (error) {
    const kind = error instanceof RunTaken ? 'taken' : 'stopped'
    if (kind === 'stopped' && !(error instanceof RunStopped)) throw error
    await batches?.leave()
    return { kind, counts: batches?.counts() ?? needs.counts }
  }
}

/**
 * Says that a run goes on, from time to time.
 *
 * @throws RunTaken, RunStopped where it does not
 */
function goingOn({ database, place, clock, isStopped }: ImportNeeds): () => Promise<void> {
  let heardAt = clock()
  return async () => {
    if (isStopped()) throw new RunStopped()
    if (clock() - heardAt < hearMilliseconds) return
    heardAt = clock()
    if (!(await hearRun(database, place, heardAt))) throw new RunTaken()
  }
}
