/** A field that may be left out where everything in it may be left out. */
export type NeededOrNot<Name extends string, Value> =
  Partial<Value> extends Value ? Partial<Record<Name, Value>> : Record<Name, Value>
