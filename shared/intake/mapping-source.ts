import { Type, type Static, type TProperties, type TSchema } from 'typebox'

/** Limits of one mapping file; they keep a mistake from costing time or memory on every row. */
const patternLengthLimit = 200
export const entriesPerMapLimit = 1_000
const alternativesLimit = 20
const columnNameLengthLimit = 200
const textLengthLimit = 1_000
const noteLengthLimit = 2_000

const closed = { additionalProperties: false } as const

/** Fields of the record that hold an instant, as other fields may refer to them. */
const momentFields = [
  'startedAt',
  'answeredAt',
  'endedAt',
  'leg.answeredAt',
  'leg.endedAt',
] as const
export type MomentField = (typeof momentFields)[number]

/** Fields of the record that hold seconds, as other fields may refer to them. */
const secondsFields = [
  'queueSeconds',
  'ivrSeconds',
  'leg.ringSeconds',
  'leg.talkSeconds',
  'leg.holdSeconds',
  'leg.wrapSeconds',
] as const
export type SecondsField = (typeof secondsFields)[number]

/** Written ways of a duration. */
const secondsFormats = ['seconds', 'milliseconds', 'H:mm:ss', 'm:ss'] as const
export type SecondsFormat = (typeof secondsFormats)[number]

/** For the people who read the mapping; the machine passes over it. */
export const Note = Type.Optional(Type.String({ maxLength: noteLengthLimit }))
export const ColumnName = Type.String({ minLength: 1, maxLength: columnNameLengthLimit })
/** A regular expression, JavaScript's, with the `u` flag, not anchored, case as written. */
export const Pattern = Type.String({ minLength: 1, maxLength: patternLengthLimit })
export const Text = Type.String({ minLength: 1, maxLength: textLengthLimit })
/** A cleaned cell; null is an empty one. */
const Cell = Type.Union([Text, Type.Null()])

/** One question about one cell of the row. Exactly one beside `column`. */
const RowTest = Type.Object(
  {
    column: ColumnName,
    is: Type.Optional(Type.Array(Cell, { minItems: 1 })),
    isNot: Type.Optional(Type.Array(Cell, { minItems: 1 })),
    matches: Type.Optional(Pattern),
    /** Another column, whose cell says the same, or something else. */
    sameAs: Type.Optional(ColumnName),
    differsFrom: Type.Optional(ColumnName),
  },
  closed,
)
/** Holds when every test in it holds. */
export const RowTests = Type.Array(RowTest, { minItems: 1, maxItems: alternativesLimit })

/** What every source may say: when it speaks at all. Otherwise its value is null. */
const speaking = {
  when: Type.Optional(RowTests),
  unless: Type.Optional(RowTests),
  note: Note,
}

/** Where a text comes from: exactly one of them (or a constant, where there may be one). */
const written = {
  column: Type.Optional(ColumnName),
  /** Columns in braces between other text: "{line}-{call_id}". Null if one of them is. */
  template: Type.Optional(Text),
}

const mapped = <S extends TSchema>(to: S) => {
  const Value = Type.Union([to, Type.Null()])
  return {
    /** What the text becomes. What isn't listed stays as it is, or becomes `otherwise`. */
    map: Type.Optional(Type.Record(Type.String(), Value, { maxProperties: entriesPerMapLimit })),
    otherwise: Type.Optional(Value),
  }
}

/** What to do with a value that reads well and can't be: below zero, or before its anchor. */
const Impossible = Type.Optional(Type.Enum(['refuse', 'null']))

/** A source, or a list of them (`firstOf`): the first that gives a value counts. */
const source = <P extends TProperties>(properties: P) =>
  Type.Object(
    {
      ...properties,
      firstOf: Type.Optional(
        Type.Array(Type.Object(properties, closed), { minItems: 2, maxItems: alternativesLimit }),
      ),
    },
    closed,
  )

export const TextSource = source({
  ...written,
  constant: Type.Optional(Text),
  ...mapped(Text),
  ...speaking,
})

/** A source of one of our closed words. */
export const wordSource = <W extends string>(words: readonly W[]) =>
  source({
    ...written,
    constant: Type.Optional(Type.Enum([...words])),
    ...mapped(Type.Enum([...words])),
    ...speaking,
  })

export const YesNoSource = source({
  ...written,
  constant: Type.Optional(Type.Boolean()),
  ...mapped(Type.Boolean()),
  ...speaking,
})

export const NumberSource = source({ ...written, ...mapped(Type.Number()), ...speaking })

export const MomentSource = source({
  ...written,
  /** How it is written, tried in this order; docs/column-mapping.md lists the letters. */
  formats: Type.Optional(Type.Array(Text, { minItems: 1, maxItems: alternativesLimit })),
  /** IANA zone of this field, where it differs from the file's. */
  zone: Type.Optional(Text),
  /** Formats without a date: the local day of that field, or the day after (next option). */
  onDayOf: Type.Optional(Type.Enum([...momentFields])),
  /** A time of day before its anchor is taken for the next day's, if that is this near. */
  nextDayWithinHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
  /** Derived instead of written: that field's instant, and `plus` these fields' seconds. */
  after: Type.Optional(Type.Enum([...momentFields])),
  plus: Type.Optional(Type.Array(Type.Enum([...secondsFields]), { minItems: 1 })),
  impossible: Impossible,
  ...speaking,
})

export const SecondsSource = source({
  ...written,
  formats: Type.Optional(Type.Array(Type.Enum([...secondsFormats]), { minItems: 1 })),
  /** Fields whose seconds are contained in what is written, and are taken out. */
  minus: Type.Optional(Type.Array(Type.Enum([...secondsFields]), { minItems: 1 })),
  /** Derived instead of written: the seconds from one field's instant to another's. */
  since: Type.Optional(Type.Enum([...momentFields])),
  until: Type.Optional(Type.Enum([...momentFields])),
  impossible: Impossible,
  ...speaking,
})

export type RowTest = Static<typeof RowTest>
export type TextSource = Static<typeof TextSource>
export type WordSource<W extends string> = Static<ReturnType<typeof wordSource<W>>>
export type YesNoSource = Static<typeof YesNoSource>
export type NumberSource = Static<typeof NumberSource>
export type MomentSource = Static<typeof MomentSource>
export type SecondsSource = Static<typeof SecondsSource>
