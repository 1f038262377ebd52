import { Type, type Static } from 'typebox'
import { OrNull } from '../wire/or-null.ts'
import { CdrMatch } from './cdr-match.ts'

/** Records, and lines that would be refused, that a preview shows. */
export const previewedLinesLimit = 20

/** The beginning of a file as Wellspent would read it; nothing is stored. */
export const Preview = Type.Object({
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      text: Type.String(),
      /** What a record would say, field by field, as legs.0.rep; empty for a refused line. */
      fields: Type.Array(Type.Object({ field: Type.String(), value: Type.String() })),
      problem: OrNull(
        Type.Object({
          reason: Type.String(),
          field: OrNull(Type.String()),
          message: Type.String(),
        }),
      ),
    }),
  ),
  /** Lines that were read for it, and how many of them give no line here. */
  read: Type.Integer(),
  joined: Type.Integer(),
  ignoredByRule: Type.Array(Type.Object({ rule: Type.String(), count: Type.Integer() })),
  /** Whether the file ended within what was read. */
  isWhole: Type.Boolean(),
  /** Why the file can't be read, or not further; null where it can. */
  problem: OrNull(Type.String()),
  /** What was found in CDRs beside a queue_log; null where none stand beside it. */
  cdrMatch: OrNull(CdrMatch),
})
export type Preview = Static<typeof Preview>
