import { Type, type Static } from 'typebox'

/** Why one record, line or row was refused. It costs only itself. */
export const recordRefusalReasons = [
  'malformed_json',
  'malformed_line',
  'field_missing',
  'field_unknown',
  'field_invalid',
  'time_ambiguous',
  'time_missing',
  'in_the_future',
  'inconsistent',
  'stale_version',
  'version_conflict',
] as const
export type RecordRefusalReason = (typeof recordRefusalReasons)[number]

export const RecordRefusal = Type.Object({
  /** Place in the request, from 0. */
  index: Type.Integer(),
  externalId: Type.Union([Type.String(), Type.Null()]),
  reason: Type.Enum([...recordRefusalReasons]),
  /** Path of the field, such as legs.0.talkSeconds; null where no field is to blame. */
  field: Type.Union([Type.String(), Type.Null()]),
  /** What is wrong and what to do, for a person. */
  message: Type.String(),
})
export type RecordRefusal = Static<typeof RecordRefusal>
