import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type RecordRefusal } from '../../shared/calls/record-refusal.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { type FileReading } from './delimited/file-reading.ts'
import { type FileTexts } from './open-texts.ts'
import { type ReadLine } from './read-step.ts'
import { type RefusedLine } from './refused-store.ts'
import { type Counts, type RunPlace } from './run-store.ts'

/** What storing records came to; each one's index comes back in the refusals. */
export type StoredReply = {
  accepted: number
  unchanged: number
  superseded: number
  refused: RecordRefusal[]
}

/** Prepares records, which takes no database, and gives what stores them. */
export type StoreRecords = (
  records: { index: number; record: CallRecord }[],
) => Promise<StorePrepared>

/**
 * Stores what was prepared.
 *
 * @param note keeps a note of it in the same transaction; where it throws, nothing is stored
 */
export type StorePrepared = (
  note: (transaction: Transaction, reply: StoredReply) => Promise<void>,
) => Promise<void>

export type Progress = { counts: Counts; bytesRead: number; bytesInAll: number }

/** A file's text, and what reads it. */
export type OpenedFile = { file: FileTexts; reading: FileReading }

/** What carrying out an import takes. */
export type ImportNeeds = {
  database: Database
  place: RunPlace
  /** Begins to read its file, asking on its way whether to go on. */
  open: (goOn: () => Promise<void>) => Promise<OpenedFile>
  store: StoreRecords
  /** Puts lines together with what came before of the same calls; null where nothing is kept. */
  rejoin: ((lines: readonly ReadLine[]) => Promise<ReadLine[]>) | null
  clock: () => number
  /** What the run has counted already; that many lines are passed over. */
  counts: Counts
  isStopped: () => boolean
  show?: (progress: Progress) => void
  /** Hears of refused lines once they are kept. */
  hearRefused?: (lines: readonly RefusedLine[]) => Promise<void>
}
