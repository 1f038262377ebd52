import { Type, type Static } from 'typebox'
import { TooFew } from '../calls/beside.ts'
import { OrNull } from '../wire/or-null.ts'

/** A day of UTC. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** Which calls an answer rests on, and which version of the reference they are compared with. */
export const Basis = {
  /** Null before the first version has been built. */
  version: OrNull(Type.Integer()),
  /** Up to when the records are complete; null before the first call. */
  watermark: OrNull(Type.String()),
  from: OrNull(Day),
  to: OrNull(Day),
  /** Days whose sums wait to be worked out anew: late calls, corrections, windows that closed. */
  daysWaiting: Type.Integer(),
}

export const Interval = { low: Type.Number(), high: Type.Number() }

/** A share with its Wilson interval, or only the count where a percentage would say too much. */
export const Share = Type.Union([
  Type.Object({ count: Type.Integer(), of: Type.Integer(), ...Interval }),
  Type.Object({ count: Type.Integer(), of: Type.Integer(), tooFew: TooFew }),
])
export type ShareReply = Static<typeof Share>
