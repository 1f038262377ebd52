import { type SimulatedRep } from './people.ts'
import { queues, type Queue } from './queues.ts'
import { type Shift } from './rota.ts'

/** The room on one day: who is in, and from when on each is free again. */
export type Desk = {
  people: readonly SimulatedRep[]
  placesByQueue: ReadonlyMap<Queue, readonly number[]>
  shifts: readonly (Shift | null)[]
  /** Seconds since 1970, by the rep's place; changed as calls are taken. */
  freeAt: number[]
}

export type Free = { rep: SimulatedRep; at: number }

/** The places of the reps whose teams serve a queue. */
export function placesByQueue(people: readonly SimulatedRep[]): Map<Queue, number[]> {
  return new Map(
    queues.map((queue) => [
      queue,
      people.filter((rep) => queue.teams.includes(rep.team)).map((rep) => rep.place),
    ]),
  )
}

/** A caller whom nobody of the queue's teams can take within this time goes to any team. */
const overflowSeconds = 35

/**
 * Who takes a call of a queue: one of its teams, or at busy hours and at night whoever is there.
 * Null where nobody at all is on shift.
 *
 * @param at seconds since 1970
 * @param not the place of a rep who is out of the question
 */
export function nextFree(desk: Desk, queue: Queue, at: number, not: number | null): Free | null {
  const own = firstFree(desk, desk.placesByQueue.get(queue) ?? [], at, not)
  if (own && own.at <= at + overflowSeconds) return own
  const any = firstFree(desk, desk.people.keys(), at, not)
  return own && any && own.at <= any.at ? own : any
}

/**
 * Of the reps on shift the one who has been free longest, and while nobody is free the one who
 * will be first. Null where nobody of these is on shift.
 */
export function firstFree(
  desk: Desk,
  places: Iterable<number>,
  at: number,
  not: number | null,
): Free | null {
  let first = -1
  let firstFreeAt = Infinity
  for (const place of places) {
    const shift = desk.shifts[place]
    if (shift == null || place === not || at < shift.from || at >= shift.until) continue
    const freeAt = desk.freeAt[place] ?? 0
    if (freeAt >= firstFreeAt) continue
    first = place
    firstFreeAt = freeAt
  }
  const rep = desk.people[first]
  return rep ? { rep, at: Math.max(at, firstFreeAt) } : null
}
