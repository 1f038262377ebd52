/** How many answers are held at once; the one that was asked for longest ago goes first. */
const answersLimit = 120

export type Remember = <Value>(
  revision: string,
  key: string,
  work: () => Promise<Value>,
) => Promise<Value>

/**
 * Holds what was worked out for a revision of an organization's sums, so that nobody waits for
 * the same sums twice. Once the revision goes up, an answer is worked out anew; several who ask
 * for it meanwhile wait for one working out.
 */
export function openMemory(): Remember {
  const held = new Map<string, { revision: string; value: Promise<unknown> }>()
  return <Value>(revision: string, key: string, work: () => Promise<Value>): Promise<Value> => {
    const known = held.get(key)
    held.delete(key)
    if (known?.revision === revision) {
      held.set(key, known)
      return known.value as Promise<Value>
    }
    const value = work()
    held.set(key, { revision, value })
    const oldest = held.keys().next().value
    if (held.size > answersLimit && oldest !== undefined) held.delete(oldest)
    value.catch(() => {
      if (held.get(key)?.value === value) held.delete(key)
    })
    return value
  }
}
