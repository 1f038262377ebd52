import { Type, type Static } from 'typebox'

/**
 * What makes two calls of one kind, below queue and issue (METHOD 2.1): only what was known when
 * the call was answered. Nothing a rep produces can be named here.
 */
export const CaseMix = Type.Object(
  {
    audience: Type.Boolean(),
    language: Type.Boolean(),
    /** Contacts about the issue so far, counted up to this: 3 tells 1, 2, and 3 or more apart. */
    positionUpTo: Type.Integer({ minimum: 1, maximum: 3 }),
    /** How far back a customer's earlier calls count; null leaves frequency out. */
    frequencyDays: Type.Union([Type.Integer({ minimum: 1, maximum: 365 }), Type.Null()]),
  },
  { additionalProperties: false },
)
export type CaseMix = Static<typeof CaseMix>

/** METHOD 2.1: audience, position 1, 2, 3 and more, caller frequency over 90 days. */
export const defaultCaseMix: CaseMix = {
  audience: true,
  language: false,
  positionUpTo: 3,
  frequencyDays: 90,
}
