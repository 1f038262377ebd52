import { type Segment, type Session } from './conversation.ts'

/** Milliseconds of a session's parts; null where they are not known. */
export type SessionTimes = {
  ring: number | null
  talk: number | null
  hold: number | null
  wrap: number | null
}

/**
 * The times of a rep's session: by its metrics, and by its segments where it has none. A metric
 * and its `…Complete` twin say the same, so only one of them is taken.
 */
export function sessionTimes({ metrics, segments }: Session): SessionTimes {
  const measured = (name: string): number | null =>
    metrics.get(name) ?? metrics.get(`${name}Complete`) ?? null
  const lasting = (type: string): number | null => durationOf(segments, type)
  const ring = measured('tAlert') ?? lasting('alert')
  if (metrics.has('tHandle')) {
    // Metrics name only what was more than nothing; the handling is what all of it adds up to.
    const orNothing = (name: string): number => measured(name) ?? 0
    return { ring, talk: orNothing('tTalk'), hold: orNothing('tHeld'), wrap: orNothing('tAcw') }
  }
  const talk = measured('tTalk') ?? lasting('interact')
  const isHeld = segments.some(({ type }) => type === 'hold')
  const unheld = talk === null ? null : 0
  return {
    ...{ ring, talk },
    hold: measured('tHeld') ?? (isHeld ? lasting('hold') : unheld),
    wrap: measured('tAcw') ?? lasting('wrapup'),
  }
}

/** How long segments of a kind lasted together; null where there is none, or one is not over. */
function durationOf(segments: readonly Segment[], type: string): number | null {
  const those = segments.filter((segment) => segment.type === type)
  if (those.length === 0) return null
  let sum = 0
  for (const { startedAt, endedAt } of those) {
    if (startedAt === null || endedAt === null || endedAt < startedAt) return null
    sum += endedAt - startedAt
  }
  return sum
}

/** Adds times of which some may not be known: null only where none is. */
export const addedTimes = (times: readonly (number | null)[]): number | null =>
  times.reduce((sum, time) => (time === null ? sum : (sum ?? 0) + time), null)

/** Whole seconds of milliseconds, half up, once and at the end. */
export const secondsOf = (milliseconds: number | null): number | null =>
  milliseconds === null ? null : Math.round(milliseconds / 1000)
