import { Type, type Static } from 'typebox'
import { nameLengthLimit } from '../calls/call-record.ts'
import { Id } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'

/** Ways in which a phone system delivers by itself; each is verified as its vendor does it. */
export const connectionKinds = [
  'standard_webhooks',
  'amazon_firehose',
  'aircall',
  'freeswitch',
] as const
export type ConnectionKind = (typeof connectionKinds)[number]

const siteNamesLimit = 200
const zoneLengthLimit = 60
export const secretLengthLimit = 200

const Name = Type.String({
  minLength: 1,
  maxLength: nameLengthLimit,
  pattern: '^[^\\u0000]*\\S[^\\u0000]*$',
})

const settingFields = {
  /** What reads it, by name; null: call records in our own form. */
  adapter: OrNull(Name),
  /** IANA zone of times that name none. */
  timeZone: OrNull(Type.String({ minLength: 1, maxLength: zoneLengthLimit })),
  /** ISO 3166 country of callers' numbers without a country code. */
  country: OrNull(Type.String({ pattern: '^[A-Z]{2}$' })),
  /** What a site names by itself, such as the attribute that holds the issue. */
  names: Type.Unsafe<Record<string, string>>({
    type: 'object',
    maxProperties: siteNamesLimit,
    additionalProperties: { type: 'string', maxLength: nameLengthLimit },
  }),
}

/** How what is delivered is read. */
export type ConnectionSettings = Static<Type.TObject<typeof settingFields>>

export const Connection = Type.Object({
  id: Id,
  name: Type.String(),
  kind: Type.Enum([...connectionKinds]),
  source: Type.String(),
  ...settingFields,
  /** Where to deliver to, on this server. */
  path: Type.String(),
  createdAt: Type.String(),
  /** Since when its deliveries are refused; null: they are taken. */
  disabledAt: OrNull(Type.String()),
  lastReceivedAt: OrNull(Type.String()),
  lastRefusedAt: OrNull(Type.String()),
  /** Why the last delivery that was not taken was refused. */
  lastRefusal: OrNull(Type.Object({ reason: Type.String(), message: Type.String() })),
  /** Deliveries that were taken, and that were refused whole. */
  deliveries: Type.Integer(),
  refusedDeliveries: Type.Integer(),
})
export type Connection = Static<typeof Connection>

export const NewConnection = Type.Object(
  {
    name: Name,
    kind: Type.Enum([...connectionKinds]),
    /** The phone system and instance: the `source` of every record it delivers. */
    source: Name,
    adapter: Type.Optional(settingFields.adapter),
    timeZone: Type.Optional(settingFields.timeZone),
    country: Type.Optional(settingFields.country),
    names: Type.Optional(settingFields.names),
    /** The secret, where the phone system makes it; left out: one is made here. */
    secret: Type.Optional(Type.String({ minLength: 1, maxLength: secretLengthLimit })),
  },
  { additionalProperties: false },
)
export type NewConnection = Static<typeof NewConnection>

/** What became of the documents or records of one delivery; the parts add up to `read`. */
export const DeliveryCounts = {
  read: Type.Integer(),
  joined: Type.Integer(),
  ignored: Type.Array(Type.Object({ rule: Type.String(), count: Type.Integer() })),
  refused: Type.Integer(),
}

/** How many refusals a reply names; all of them are counted, and kept on the page Import. */
export const problemsPerReplyLimit = 20

const DeliveryProblem = Type.Object({
  /** Number of the document in the delivery, from 1. */
  document: Type.Integer(),
  externalId: OrNull(Type.String()),
  reason: Type.String(),
  field: OrNull(Type.String()),
  message: Type.String(),
})
export type DeliveryProblem = Static<typeof DeliveryProblem>

export const DeliveryReply = Type.Object({
  ...DeliveryCounts,
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  superseded: Type.Integer(),
  problems: Type.Array(DeliveryProblem, { maxItems: problemsPerReplyLimit }),
})
export type DeliveryReply = Static<typeof DeliveryReply>

/** What a text would become; nothing of it is stored. */
export const TrialReply = Type.Object({
  ...DeliveryCounts,
  problems: Type.Array(DeliveryProblem, { maxItems: problemsPerReplyLimit }),
  calls: Type.Integer(),
  /** The first calls, in a few words. */
  examples: Type.Array(
    Type.Object({
      externalId: Type.String(),
      startedAt: Type.String(),
      direction: Type.String(),
      queue: OrNull(Type.String()),
      issue: OrNull(Type.String()),
      reps: Type.Array(Type.String()),
      hasCustomer: Type.Boolean(),
    }),
  ),
})
export type TrialReply = Static<typeof TrialReply>
