/** As many queues stand side by side as can be read across the hall. */
const queuesPerPage = 2
const pageMilliseconds = 15_000
/** Screens keep a shadow of what stands still for weeks, so all of it moves a little now and then. */
const shiftMilliseconds = 3 * 60_000

/** Where all of it stands, in steps of a few pixels: around the middle, one step at a time. */
const shifts = [
  ...[
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [-1, -1],
    [0, -1],
    [1, -1],
  ],
] as const satisfies readonly (readonly [number, number])[]

/** Queues in pages; at least one page, even if nothing is on it. */
export function pagesOf<Q>(queues: readonly Q[]): (readonly Q[])[] {
  const count = Math.max(1, Math.ceil(queues.length / queuesPerPage))
  return Array.from({ length: count }, (_, page) =>
    queues.slice(page * queuesPerPage, (page + 1) * queuesPerPage),
  )
}

/**
 * Whose turn it is, of so many. It follows from the time alone: nothing has to be remembered.
 *
 * @param at epoch milliseconds
 */
export const turnAt = (at: number, count: number): number =>
  count === 0 ? 0 : Math.floor(at / pageMilliseconds) % count

/** How far all of it is moved, right and down, in steps. */
export function shiftAt(at: number): readonly [number, number] {
  return shifts[Math.floor(at / shiftMilliseconds) % shifts.length] ?? [0, 0]
}
