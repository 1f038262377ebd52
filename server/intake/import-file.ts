import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { type RecordRefusal } from '../../shared/calls/record-refusal.ts'
import { type Database } from '../database/connect.ts'
import { readDelimited } from './read-delimited.ts'
import { type ReadLine } from './read-step.ts'
import { openRefusedFile } from './refused-file.ts'
import { type Counts, keepRefused, noteProgress, type RefusedLine, startRun } from './run-store.ts'

/** Records stored in one transaction; larger ones gain nothing and hold the lock for longer. */
const recordsPerBatch = 4_000
/** How often the run's row on the Import page moves. */
const noteMilliseconds = 1_000

/** Stores records; each one's index comes back in the refusals. */
export type StoreRecords = (records: { index: number; record: CallRecord }[]) => Promise<{
  accepted: number
  unchanged: number
  superseded: number
  refused: RecordRefusal[]
}>

export type Progress = { counts: Counts; bytesRead: number; bytesInAll: number }

export type ImportResult = {
  counts: Counts
  /** Why the file could not be read to its end; null where it was. */
  failure: string | null
  /** Where the refused lines stand; null where there are none. */
  refusedFile: string | null
}

type Needs = {
  database: Database
  organizationId: number
  mapping: ColumnMapping
  store: StoreRecords
  clock: () => number
  show: (progress: Progress) => void
}

const noCounts = (): Counts => ({
  ...{ read: 0, accepted: 0, unchanged: 0, superseded: 0, joined: 0, ignored: 0 },
  ...{ refused: 0 },
  ...{ refusedByReason: {}, ignoredByRule: {} },
})

/**
 * Imports one file of delimited text through a mapping. Every line is accepted, unchanged,
 * superseded, joined to a call, ignored by a rule or refused, and the counts say so. Batches are stored as they
 * are read, so an interrupted import is simply run again.
 */
export async function importFile(path: string, needs: Needs): Promise<ImportResult> {
  const { database, organizationId, mapping, clock } = needs
  const bytesInAll = (await stat(path)).size
  const file = createReadStream(path)
  const counts = noCounts()
  const refusedFile = openRefusedFile(path)
  const id = await startRun(database, organizationId, {
    source: mapping.source,
    name: basename(path),
    now: clock(),
  })
  const note = (state: 'running' | 'finished' | 'failed', failure: string | null = null) =>
    noteProgress(database.writing, organizationId, id, counts, { now: clock(), state, failure })
  const refuse = async (lines: RefusedLine[]): Promise<void> => {
    for (const { reason } of lines) add(counts.refusedByReason, reason)
    counts.refused += lines.length
    await refusedFile.write(lines)
    await keepRefused(database.writing, organizationId, id, lines)
  }
  try {
    const failure = await readAll(file, { ...needs, counts, refuse, note, bytesInAll })
    await note(failure === null ? 'finished' : 'failed', failure)
    return { counts, failure, refusedFile: await refusedFile.close() }
  } catch (error) {
    await note('failed', error instanceof Error ? error.message : String(error)).catch(() => null)
    await refusedFile.close()
    throw error
  } finally {
    file.destroy()
  }
}

type Reading = Needs & {
  counts: Counts
  bytesInAll: number
  refuse: (lines: RefusedLine[]) => Promise<void>
  note: (state: 'running') => Promise<void>
}

/** @returns why the file could not be read to its end; null where it was */
async function readAll(
  file: ReturnType<typeof createReadStream>,
  reading: Reading,
): Promise<string | null> {
  const { counts, clock, show, bytesInAll, mapping } = reading
  const batch = openBatch(reading)
  let notedAt = clock()
  let failure: string | null = null
  for await (const step of readDelimited(file, mapping, clock())) {
    if (step.kind === 'stopped') failure = step.message
    else await batch.take(step.lines)
    show({ counts, bytesRead: file.bytesRead, bytesInAll })
    if (clock() - notedAt >= noteMilliseconds) {
      notedAt = clock()
      await reading.note('running')
    }
  }
  await batch.end()
  show({ counts, bytesRead: file.bytesRead, bytesInAll })
  return failure
}

/** Gathers lines into batches; one is stored while the next is read. */
function openBatch({ counts, refuse, store }: Reading) {
  let records: { index: number; record: CallRecord }[] = []
  let texts = new Map<number, string>()
  let storing: Promise<void> = Promise.resolve()

  const send = async (): Promise<void> => {
    await storing
    const [sent, sentTexts] = [records, texts]
    records = []
    texts = new Map()
    storing = storeBatch(sent, sentTexts)
    // Awaited with the next batch; until then a failure must not count as unhandled.
    storing.catch(() => undefined)
  }

  const storeBatch = async (sent: typeof records, sentTexts: typeof texts): Promise<void> => {
    if (sent.length === 0) return
    const { refused, ...reply } = await store(sent)
    counts.accepted += reply.accepted
    counts.unchanged += reply.unchanged
    counts.superseded += reply.superseded
    await refuse(
      refused.map(({ index, reason, field, message }) => ({
        ...{ line: index, reason, field, message },
        text: sentTexts.get(index) ?? null,
      })),
    )
  }

  return {
    take: async (lines: readonly ReadLine[]): Promise<void> => {
      const refusedLines: RefusedLine[] = []
      for (const { lineNumber, text, outcome } of lines) {
        counts.read += 1
        if (outcome.kind === 'ignored') {
          counts.ignored += 1
          add(counts.ignoredByRule, outcome.rule)
        } else if (outcome.kind === 'refused') {
          const { reason, field, message } = outcome
          refusedLines.push({ line: lineNumber, reason, field, message, text: ownText(text) })
        } else if (outcome.kind === 'joined') {
          counts.joined += 1
        } else {
          records.push({ index: lineNumber, record: outcome.record })
          texts.set(lineNumber, text)
        }
        if (records.length >= recordsPerBatch) await send()
      }
      await refuse(refusedLines)
    },
    end: async (): Promise<void> => {
      await send()
      await storing
    },
  }
}

const add = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

/** A line's text is a view into the piece it was read with, which it would keep in memory. */
const ownText = (text: string): string => Buffer.from(text).toString()
