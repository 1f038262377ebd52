/**
 * Works through items some at a time; while some are worked on, the next ones are read. The first
 * error of either ends it.
 */
export async function workAhead<Item, Read>(
  items: readonly Item[],
  {
    atATime,
    read,
    work,
  }: {
    atATime: number
    read: (some: readonly Item[]) => Promise<Read>
    work: (read: Read, some: readonly Item[]) => Promise<void>
  },
): Promise<void> {
  const someFrom = (start: number) => items.slice(start, start + atATime)
  let known = items.length === 0 ? null : await read(someFrom(0))
  for (let start = 0; known !== null; start += atATime) {
    const next = someFrom(start + atATime)
    const [coming] = await Promise.all([
      next.length === 0 ? null : read(next),
      work(known, someFrom(start)),
    ])
    known = coming
  }
}
