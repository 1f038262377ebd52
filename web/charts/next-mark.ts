type Standing = { key: string; lane: string; at: number }

export const markKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
type MarkKey = (typeof markKeys)[number]

/**
 * Which mark a key leads to: left and right along a lane, up and down to the nearest mark of the
 * next lane that has any, Home and End to the ends of the lane. Stays where there is none.
 *
 * @param lanes keys of the lanes from top to bottom
 */
export function nextMark<Mark extends Standing>(
  marks: readonly Mark[],
  lanes: readonly string[],
  current: Mark,
  key: MarkKey,
): Mark {
  const inLane = (lane: string | undefined) =>
    marks.filter((mark) => mark.lane === lane).sort((one, other) => one.at - other.at)
  const own = inLane(current.lane)
  const place = own.findIndex((mark) => mark.key === current.key)
  switch (key) {
    case 'ArrowLeft':
      return own[place - 1] ?? current
    case 'ArrowRight':
      return own[place + 1] ?? current
    case 'Home':
      return own[0] ?? current
    case 'End':
      return own.at(-1) ?? current
    case 'ArrowUp':
    case 'ArrowDown': {
      const position = lanes.indexOf(current.lane)
      const further =
        key === 'ArrowUp' ? lanes.slice(0, position).reverse() : lanes.slice(position + 1)
      const lane = further.find((one) => inLane(one).length > 0)
      return nearest(inLane(lane), current.at) ?? current
    }
  }
}

const nearest = <Mark extends Standing>(marks: readonly Mark[], at: number): Mark | undefined =>
  marks.reduce<Mark | undefined>(
    (best, mark) =>
      best === undefined || Math.abs(mark.at - at) < Math.abs(best.at - at) ? mark : best,
    undefined,
  )
