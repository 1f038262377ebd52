import { openBatches, RunTaken } from './import-batches.ts'
import { type ImportNeeds } from './import-needs.ts'
import { readTexts } from './read-texts.ts'
import { type Counts, hearRun } from './run-store.ts'

/** How often a run that stores nothing looks whether it is still its turn. */
const hearMilliseconds = 1_000
/** How often it says that it goes on, also while a workbook is unpacked or a batch takes long. */
const beatMilliseconds = 15_000

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
  const { database, place, file, clock, isStopped } = needs
  const batches = openBatches(needs)
  let heardAt = clock()
  let failure: string | null = null
  const shown = () => ({
    ...{ counts: batches.counts(), bytesRead: file.bytesRead(), bytesInAll: file.bytesInAll },
  })
  const beat = setInterval(() => {
    void hearRun(database, place, clock()).catch(() => undefined)
  }, beatMilliseconds)
  try {
    for await (const step of readTexts(file.texts, needs.reading)) {
      if (isStopped()) {
        await batches.leave()
        return { kind: 'stopped', counts: batches.counts() }
      }
      if (step.kind === 'stopped') failure = step.message
      else await batches.take(step.lines)
      needs.show?.(shown())
      if (clock() - heardAt < hearMilliseconds) continue
      heardAt = clock()
      if (!(await hearRun(database, place, heardAt))) throw new RunTaken()
    }
    await batches.stored()
    if (isStopped()) return { kind: 'stopped', counts: batches.counts() }
    await batches.end()
    needs.show?.(shown())
    return { kind: 'read', counts: batches.counts(), failure }
  } catch (error) {
    if (!(error instanceof RunTaken)) throw error
    await batches.leave()
    return { kind: 'taken', counts: batches.counts() }
  } finally {
    clearInterval(beat)
  }
}
