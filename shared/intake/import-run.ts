import { Type, type Static } from 'typebox'
import { Id } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { CdrMatch } from './cdr-match.ts'

/**
 * Where an import stands. One of an organization runs at a time; the others wait in the order they
 * were started. A paused or interrupted one can be resumed where it left off; what is finished,
 * failed or cancelled has ended, and is started anew.
 */
const importStates = [
  'waiting',
  'running',
  'paused',
  'interrupted',
  'finished',
  'failed',
  'cancelled',
] as const
export type ImportState = (typeof importStates)[number]

/** One run of an import, or one day of what a feed posted. */
export const ImportRun = Type.Object({
  id: Id,
  source: Type.String(),
  /** A file's name, or how the records came. */
  name: Type.String(),
  way: Type.Enum(['file', 'api', 'follow']),
  /** The upload it reads, while that is kept; only such a run can be paused and resumed. */
  uploadId: OrNull(Id),
  /** Nothing is stored but the counts and the refused lines. */
  isDryRun: Type.Boolean(),
  startedAt: Type.String(),
  finishedAt: OrNull(Type.String()),
  state: Type.Enum([...importStates]),
  /** How far the file has been read, as it lies there; of how much. Null where that is no file. */
  bytesRead: OrNull(Type.Integer()),
  bytesInAll: OrNull(Type.Integer()),
  read: Type.Integer(),
  /** In a dry run: what would be handed on to be stored, whatever is known already. */
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  superseded: Type.Integer(),
  /** Lines that tell of a call another line brings. */
  joined: Type.Integer(),
  ignored: Type.Integer(),
  refused: Type.Integer(),
  /** Refusals by reason, most frequent first. */
  refusedByReason: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer() })),
  ignoredByRule: Type.Array(Type.Object({ rule: Type.String(), count: Type.Integer() })),
  failure: OrNull(Type.String()),
  /** What was found in CDRs beside a queue_log; null where none stand beside it, or not yet. */
  cdrMatch: OrNull(CdrMatch),
})
export type ImportRun = Static<typeof ImportRun>

/** What can be asked of an import under way. */
export const ImportOrder = Type.Enum(['pause', 'resume', 'cancel'])
