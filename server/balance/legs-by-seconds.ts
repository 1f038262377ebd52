import { type SecondsRow } from './seconds-store.ts'

export type Kind = 'resolved' | 'notResolved' | 'handedOn' | 'open'
export const mature: readonly Kind[] = ['resolved', 'notResolved', 'handedOn']

/** Legs of one queue or issue, ready to be asked for any span of seconds. */
export type LegsBySeconds = {
  key: string
  /** How many legs of some kinds took [from, until) seconds. */
  count: (kinds: readonly Kind[], from: number, until: number) => number
  /** How many seconds within [from, until) legs of some kinds were still going on. */
  secondsIn: (kinds: readonly Kind[], from: number, until: number) => number
  longest: () => number
}

/** Sums from the start, so that any span is a difference of two: whole numbers, so exactly. */
export function legsBySeconds(row: SecondsRow): LegsBySeconds {
  const { key, seconds } = row
  const legs = byKind((kind) => addedUp(row[kind]))
  const weighed = byKind((kind) =>
    addedUp(row[kind].map((count, place) => count * (seconds[place] ?? 0))),
  )
  const placeOf = (until: number) => firstPlace(seconds, until)
  const between = (
    sums: Record<Kind, Float64Array>,
    kinds: readonly Kind[],
    a: number,
    b: number,
  ) => kinds.reduce((sum, kind) => sum + (sums[kind][b] ?? 0) - (sums[kind][a] ?? 0), 0)
  return {
    key,
    count: (kinds, from, until) => between(legs, kinds, placeOf(from), placeOf(until)),
    secondsIn: (kinds, from, until) => {
      const [begin, end] = [placeOf(from), placeOf(until)]
      const within = between(weighed, kinds, begin, end) - from * between(legs, kinds, begin, end)
      return within + (until - from) * between(legs, kinds, end, seconds.length)
    },
    longest: () => seconds.at(-1) ?? 0,
  }
}

const byKind = (of: (kind: Kind) => Float64Array): Record<Kind, Float64Array> => ({
  ...{ resolved: of('resolved'), notResolved: of('notResolved') },
  ...{ handedOn: of('handedOn'), open: of('open') },
})

/** What stands before each place, and at the end the whole. */
function addedUp(counts: readonly number[]): Float64Array {
  const sums = new Float64Array(counts.length + 1)
  for (const [place, count] of counts.entries()) sums[place + 1] = (sums[place] ?? 0) + count
  return sums
}

/** The first place of ascending seconds that is not below a number of them. */
function firstPlace(seconds: readonly number[], from: number): number {
  let [low, high] = [0, seconds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((seconds[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
