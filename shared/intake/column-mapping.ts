import { Type, type Static } from 'typebox'
import { nameLengthLimit } from '../calls/call-record.ts'
import { claims, directions, enders, endings } from '../calls/words.ts'
import {
  ColumnName,
  entriesPerMapLimit,
  MomentSource,
  Note,
  NumberSource,
  Pattern,
  RowTests,
  SecondsSource,
  Text,
  TextSource,
  wordSource,
  YesNoSource,
} from './mapping-source.ts'

/** What can stand between the cells of a line. */
export const delimiters = [',', ';', '\t', '|'] as const
/** latin1 is Windows' own, windows-1252. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'latin1'] as const
const columnsLimit = 500
const rulesLimit = 100

const closed = { additionalProperties: false } as const
const Values = Type.Array(Text, { minItems: 1, maxItems: entriesPerMapLimit })
const Patterns = Type.Array(Pattern, { minItems: 1, maxItems: rulesLimit })

/** How the file is written. Gzip, a byte order mark and line ends are seen by themselves. */
const DelimitedFile = Type.Object(
  {
    /** "auto" takes the one that cuts the first line into the columns the mapping reads. */
    delimiter: Type.Enum(['auto', ...delimiters]),
    /** What encloses a cell that holds the delimiter; null: nothing does. Left out: ". */
    quote: Type.Optional(Type.Union([Type.Enum(['"', "'"]), Type.Null()])),
    /** Where the file has no byte order mark. Left out: seen by its first bytes. */
    encoding: Type.Optional(Type.Enum([...encodings])),
    /** Names by position, for a file without a header line. Left out: line 1 names them. */
    columns: Type.Optional(
      Type.Array(ColumnName, { minItems: 1, maxItems: columnsLimit, uniqueItems: true }),
    ),
  },
  closed,
)

/** What happens to each cell of a column, in this order, before anything else looks at it. */
const ColumnCleaning = Type.Object(
  {
    /** The first pattern that matches is replaced in the cell ($1 is its first group). */
    rewrite: Type.Optional(
      Type.Array(Type.Object({ pattern: Pattern, to: Type.String() }, closed), {
        minItems: 1,
        maxItems: rulesLimit,
      }),
    ),
    /** Whole cells that stand for another one. */
    aliases: Type.Optional(Type.Record(Type.String(), Text, { maxProperties: entriesPerMapLimit })),
    /** Whole cells, and patterns in them, that mean: not known. */
    nulls: Type.Optional(Values),
    nullPatterns: Type.Optional(Patterns),
    note: Note,
  },
  closed,
)

const IgnoreRule = Type.Object(
  { rule: Type.String({ minLength: 1, maxLength: 60 }), when: RowTests, note: Note },
  closed,
)

const CallFields = Type.Object(
  {
    externalId: TextSource,
    version: Type.Optional(NumberSource),
    startedAt: MomentSource,
    answeredAt: Type.Optional(MomentSource),
    endedAt: Type.Optional(MomentSource),
    direction: wordSource(directions),
    queue: Type.Optional(TextSource),
    issue: Type.Optional(TextSource),
    audience: Type.Optional(TextSource),
    language: Type.Optional(TextSource),
    customer: Type.Optional(TextSource),
    abandoned: Type.Optional(YesNoSource),
    queueSeconds: Type.Optional(SecondsSource),
    ivrSeconds: Type.Optional(SecondsSource),
    disposition: Type.Optional(
      Type.Object({ code: Type.Optional(TextSource), label: Type.Optional(TextSource) }, closed),
    ),
    declaredResolution: Type.Optional(wordSource(claims)),
    csat: Type.Optional(
      Type.Object({ score: NumberSource, min: Type.Number(), max: Type.Number() }, closed),
    ),
    recordingUrl: Type.Optional(TextSource),
  },
  closed,
)

/** The rep's part. There is one where `rep` gives a value, and `when` and `unless` allow it. */
const LegFields = Type.Object(
  {
    when: Type.Optional(RowTests),
    unless: Type.Optional(RowTests),
    note: Note,
    rep: TextSource,
    queue: Type.Optional(TextSource),
    answeredAt: Type.Optional(MomentSource),
    endedAt: Type.Optional(MomentSource),
    ringSeconds: Type.Optional(SecondsSource),
    talkSeconds: Type.Optional(SecondsSource),
    holdSeconds: Type.Optional(SecondsSource),
    wrapSeconds: Type.Optional(SecondsSource),
    talkIncludesHold: Type.Optional(YesNoSource),
    ending: Type.Optional(wordSource(endings)),
    endedBy: Type.Optional(wordSource(enders)),
    neutral: Type.Optional(YesNoSource),
  },
  closed,
)

/**
 * How rows of delimited text become canonical call records: data, not code, so that a mapping
 * can be written by a wizard, kept with its source and read by a person. Every row becomes one
 * record, is ignored by a named rule, or is refused with a reason. docs/column-mapping.md
 * explains it with an example.
 */
export const ColumnMapping = Type.Object(
  {
    /** Version of this language. */
    language: Type.Literal(1),
    name: Type.String({ minLength: 1, maxLength: nameLengthLimit }),
    note: Note,
    /** The phone system and instance the records come from: their `source`. */
    source: Type.String({ minLength: 1, maxLength: nameLengthLimit }),
    file: DelimitedFile,
    /** IANA zone in which the file writes its times: Europe/Berlin, or UTC. */
    zone: Type.Optional(Text),
    /**
     * ISO 3166 country of callers' numbers that name none. With it, `customer` is a number and is
     * brought into one form; left out, `customer` is any text and stays as it is.
     */
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    /** Whole cells, and patterns in them, that mean "not known" in every column. */
    nulls: Type.Optional(Values),
    nullPatterns: Type.Optional(Patterns),
    columns: Type.Optional(
      Type.Record(Type.String(), ColumnCleaning, { maxProperties: columnsLimit }),
    ),
    /** Rows that are no calls. The first rule that holds is the one counted. */
    ignore: Type.Optional(Type.Array(IgnoreRule, { minItems: 1, maxItems: rulesLimit })),
    call: CallFields,
    leg: Type.Optional(LegFields),
  },
  closed,
)

export type ColumnCleaning = Static<typeof ColumnCleaning>
export type CallFields = Static<typeof CallFields>
export type LegFields = Static<typeof LegFields>
export type DelimitedFile = Static<typeof DelimitedFile>
export type ColumnMapping = Static<typeof ColumnMapping>
