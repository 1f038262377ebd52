import { Type, type Static } from 'typebox'
import { Id } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { delimiters, encodings } from './column-mapping.ts'

/** What a file is, as far as its beginning and its name say so. */
export const Recognition = Type.Object({
  /** What reads it; `unreadable` says in `problem` why nothing can. */
  kind: Type.Enum(['adapter', 'preset', 'mapping_needed', 'unreadable']),
  /** Of the adapter or preset. */
  name: OrNull(Type.String()),
  /** What the file is, for a person. */
  title: Type.String(),
  /** From 0 to 1: of a preset the share of its columns that the file has. */
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  encoding: Type.Enum([...encodings]),
  /** Null where the text is not in rows, or is a sheet. */
  delimiter: OrNull(Type.Enum([...delimiters])),
  /** Its times name no zone, so somebody has to. */
  needsTimeZone: Type.Boolean(),
  /** Of the line that names them; empty where the format has none. */
  columns: Type.Array(Type.String()),
  /** The first rows under the columns, as they stand there. */
  rows: Type.Array(Type.Array(Type.String())),
  /** Of a workbook: its sheets, and the one that is described here. */
  sheets: Type.Array(Type.String()),
  sheet: OrNull(Type.String()),
  /** Where a mapping can begin: the preset's, as far as the file has its columns. */
  mapping: Type.Unknown(),
  /** Columns the preset knows that the file lacks, so that fields stay unknown. */
  missing: Type.Array(Type.String()),
  /** What was guessed and should be looked at. */
  warnings: Type.Array(Type.String()),
  problem: OrNull(Type.String()),
})
export type Recognition = Static<typeof Recognition>

/** What can read files, beside column mappings. */
export const Reader = Type.Object({
  kind: Type.Enum(['adapter', 'preset']),
  name: Type.String(),
  title: Type.String(),
  /** Whether its files need a time zone named; null where that depends on the file. */
  needsTimeZone: OrNull(Type.Boolean()),
})

/** A saved mapping whose columns a file has. */
export const FittingMapping = Type.Object({ id: Id, name: Type.String() })
