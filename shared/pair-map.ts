/** Values by two keys, of which the first has few values, as a source's names have one source. */
export class PairMap<First, Second, Value> {
  readonly #byFirst = new Map<First, Map<Second, Value>>()

  get(first: First, second: Second): Value | undefined {
    return this.#byFirst.get(first)?.get(second)
  }

  set(first: First, second: Second, value: Value): void {
    const bySecond = this.#byFirst.get(first)
    if (bySecond) bySecond.set(second, value)
    else this.#byFirst.set(first, new Map([[second, value]]))
  }

  /** Those of each first key together, in the order in which they came. */
  *values(): Generator<Value> {
    for (const bySecond of this.#byFirst.values()) yield* bySecond.values()
  }
}
