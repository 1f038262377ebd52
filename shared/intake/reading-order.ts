import { Type, type Static } from 'typebox'
import { nameLengthLimit } from '../calls/call-record.ts'
import { Id } from '../wire/id.ts'
import { delimiters, encodings } from './column-mapping.ts'

const siteNamesLimit = 50
const zoneLengthLimit = 60
/** Files of CDRs that stand beside one queue_log. */
const cdrFilesLimit = 100

const Name = Type.String({ minLength: 1, maxLength: nameLengthLimit, pattern: '\\S' })

/** What a site calls something by itself: what it is, and its name there. */
export const SiteName = Type.Object(
  { what: Name, name: Type.String({ maxLength: nameLengthLimit }) },
  { additionalProperties: false },
)

/**
 * How a file is to be read: what reads it, of which phone system it is, and what the file doesn't
 * say itself.
 */
export const ReadingOrder = Type.Object(
  {
    /** An adapter or a preset by its `name`, a saved mapping by its id, or the mapping given here. */
    by: Type.Enum(['adapter', 'preset', 'saved_mapping', 'mapping']),
    name: Type.Optional(Name),
    mappingId: Type.Optional(Id),
    /** A column mapping (docs/column-mapping.md), for `by: mapping`. */
    mapping: Type.Optional(Type.Unknown()),
    /** The phone system and instance: the `source` of every record. */
    source: Name,
    /** IANA zone of times that name none. Left out: the one that was said for this source before. */
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: zoneLengthLimit })),
    /** ISO 3166 country of callers' numbers without a country code; as with timeZone. */
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    /** What a site names by itself, such as the attribute that holds the issue; for adapters. */
    names: Type.Optional(Type.Array(SiteName, { maxItems: siteNamesLimit })),
    /** Left out: as recognized. */
    encoding: Type.Optional(Type.Enum([...encodings])),
    delimiter: Type.Optional(Type.Enum([...delimiters])),
    /** Of a workbook; left out: the first one. */
    sheet: Type.Optional(Type.String({ minLength: 1, maxLength: nameLengthLimit })),
    /** Uploads with CDRs of the same Asterisk, beside which its queue_log is read. */
    cdrs: Type.Optional(Type.Array(Id, { maxItems: cdrFilesLimit, uniqueItems: true })),
  },
  { additionalProperties: false },
)
export type ReadingOrder = Static<typeof ReadingOrder>
