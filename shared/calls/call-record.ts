import { Type, type Static, type TSchema } from 'typebox'
import { ClaimWord, DirectionWord, EndingWord, OfferResultWord } from './words.ts'

/** Limits of one record; a record beyond them is refused with the field's name. */
export const legsPerCallLimit = 50
export const offersPerCallLimit = 200
export const nameLengthLimit = 200
/** No single duration is longer than a week; more is a broken clock. */
export const secondsLimit = 604_800
export const recordingUrlLengthLimit = 2_000

const orNull = <S extends TSchema>(schema: S) => Type.Optional(Type.Union([schema, Type.Null()]))

/** Any text without a NUL, which the database can't hold. */
const Name = Type.String({ minLength: 1, maxLength: nameLengthLimit, pattern: '^[^\\u0000]*$' })
const Seconds = Type.Integer({ minimum: 0, maximum: secondsLimit })

/** An instant: RFC 3339 with an offset, so that no reader has to guess a time zone. */
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})$',
  maxLength: 40,
})

/** One rep's part of a call. Handle time is talk + hold + wrap of what is known. */
export const LegRecord = Type.Object(
  {
    rep: Name,
    queue: orNull(Name),
    answeredAt: orNull(Instant),
    endedAt: orNull(Instant),
    ringSeconds: orNull(Seconds),
    talkSeconds: orNull(Seconds),
    holdSeconds: orNull(Seconds),
    wrapSeconds: orNull(Seconds),
    /** Talk already contains hold, because the source cannot tell them apart. */
    talkIncludesHold: orNull(Type.Boolean()),
    ending: orNull(EndingWord),
    endedBy: orNull(Type.Enum(['customer', 'rep', 'agent', 'system', 'unknown'])),
    /** Misrouted by the system or cut by the line: counted for nobody. */
    neutral: orNull(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const OfferRecord = Type.Object(
  {
    rep: Name,
    queue: orNull(Name),
    ringSeconds: orNull(Seconds),
    result: orNull(OfferResultWord),
  },
  { additionalProperties: false },
)

/**
 * The canonical call record: what POST /api/calls takes and every importer produces.
 * Left out and null both mean "not known"; null is never 0.
 */
export const CallRecord = Type.Object(
  {
    source: Name,
    externalId: Name,
    /** Orders re-deliveries of one call: the highest wins, whatever arrives last. */
    version: orNull(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    startedAt: Instant,
    answeredAt: orNull(Instant),
    endedAt: orNull(Instant),
    direction: DirectionWord,
    queue: orNull(Name),
    issue: orNull(Name),
    audience: orNull(Name),
    language: orNull(Name),
    customer: orNull(Name),
    abandoned: orNull(Type.Boolean()),
    queueSeconds: orNull(Seconds),
    ivrSeconds: orNull(Seconds),
    legs: Type.Array(LegRecord, { maxItems: legsPerCallLimit }),
    offers: orNull(Type.Array(OfferRecord, { maxItems: offersPerCallLimit })),
    disposition: orNull(
      Type.Object({ code: orNull(Name), label: orNull(Name) }, { additionalProperties: false }),
    ),
    declaredResolution: orNull(ClaimWord),
    csat: orNull(
      Type.Object(
        { score: Type.Number(), min: Type.Number(), max: Type.Number() },
        { additionalProperties: false },
      ),
    ),
    recordingUrl: orNull(
      Type.String({ maxLength: recordingUrlLengthLimit, pattern: '^https?://[^\\s\\u0000]*$' }),
    ),
  },
  { additionalProperties: false },
)

export type LegRecord = Static<typeof LegRecord>
export type OfferRecord = Static<typeof OfferRecord>
export type CallRecord = Static<typeof CallRecord>
