type Deadline = { due: number; callid: string }

/** Of two at one time the smaller name goes first, so that the order never depends on the past. */
const isBefore = (a: Deadline, b: Deadline): boolean =>
  a.due === b.due ? a.callid < b.callid : a.due < b.due

/** Calls in the order in which they are to be looked at again: a heap. */
export function openDeadlines() {
  const heap: Deadline[] = []
  /** Puts the one at a place before the one at another, where it comes first. */
  const isPut = (later: number, earlier: number): boolean => {
    const [a, b] = [heap[later], heap[earlier]]
    if (!a || !b || !isBefore(a, b)) return false
    heap[later] = b
    heap[earlier] = a
    return true
  }
  const sinkFirst = (): void => {
    for (let at = 0; ;) {
      const left = 2 * at + 1
      const [a, b] = [heap[left], heap[left + 1]]
      const first = a && b && isBefore(b, a) ? left + 1 : left
      if (!isPut(first, at)) return
      at = first
    }
  }
  return {
    add: (due: number, callid: string): void => {
      heap.push({ due, callid })
      let at = heap.length - 1
      while (at > 0 && isPut(at, (at - 1) >> 1)) at = (at - 1) >> 1
    },
    /** How many there are, those of calls that have other deadlines by now among them. */
    count: () => heap.length,
    clear: (): void => {
      heap.length = 0
    },
    /** Takes the first deadline that has come; null where none has. */
    take: (now: number): Deadline | null => {
      const first = heap[0]
      if (!first || first.due > now) return null
      const last = heap.pop()
      if (last && heap.length > 0) heap[0] = last
      sinkFirst()
      return first
    },
  }
}
