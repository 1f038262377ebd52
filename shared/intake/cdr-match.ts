import { Type, type Static } from 'typebox'
import { OrNull } from '../wire/or-null.ts'

const Span = OrNull(Type.Object({ firstAt: Type.String(), lastAt: Type.String() }))

/** What was found of a queue_log's calls in the CDRs it is read beside. */
export const CdrMatch = Type.Object({
  /** Calls the log names, and how many of them a CDR tells of. */
  calls: Type.Integer(),
  found: Type.Integer(),
  /** Rows of the CDRs, and how many of them could be read and name their channel. */
  rows: Type.Integer(),
  rowsWithUniqueid: Type.Integer(),
  /** The times each tells of; null where it tells of none. */
  logSpan: Span,
  cdrSpan: Span,
  /** How far the CDRs' clock was from UTC by their uniqueids; two where it was changed. */
  utcOffsetsSeconds: Type.Array(Type.Integer()),
  /** The time zone that was said, and whether it agrees with the uniqueids; null: none was said. */
  zone: OrNull(Type.Object({ name: Type.String(), agrees: Type.Boolean() })),
  /** False where the log names more calls than are looked up. */
  isWholeLog: Type.Boolean(),
  /** False where only the beginning of the files was looked through, as for a preview. */
  isWholeCdrs: Type.Boolean(),
})
export type CdrMatch = Static<typeof CdrMatch>
