/** Dots this close to each other, in doublings, would cover each other and share a column. */
const columnWidth = 0.06

type Placed<Dot> = { dot: Dot; /** -1 to 1 around the middle of the lane. */ offset: number }

/**
 * Spreads dots of one lane up and down so that they don't cover each other: the first of a
 * column stands in the middle, the next ones alternate around it. Where a lies along the axis is
 * never changed, and the same dots always get the same places.
 */
export function swarm<Dot extends { at: number }>(dots: readonly Dot[]): Placed<Dot>[] {
  const columns = new Map<number, Dot[]>()
  for (const dot of dots) {
    const column = Math.floor(dot.at / columnWidth)
    columns.set(column, [...(columns.get(column) ?? []), dot])
  }
  const tallest = Math.max(...[...columns.values()].map(({ length }) => length), dotsPerLane)
  return [...columns.values()].flatMap((column) =>
    column.map((dot, place) => ({ dot, offset: (2 * alternate(place)) / tallest })),
  )
}

/** With fewer than this on top of each other there is room for all at full distance. */
const dotsPerLane = 9

/** 0, 1, -1, 2, -2, … halves of the way to the next. */
const alternate = (place: number) => (place % 2 === 0 ? -1 : 1) * Math.ceil(place / 2)
