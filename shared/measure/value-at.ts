import { invariant } from '../invariant.ts'

/** The value at a place that must exist; a place outside the list is a bug of ours. */
export function valueAt<Value>(values: ArrayLike<Value>, place: number): Value {
  const value = values[place]
  // Asked in inner loops, so the sentence is only written where it is needed.
  if (value === undefined) invariant(false, `place ${place} lies inside a list of ${values.length}`)
  return value
}
