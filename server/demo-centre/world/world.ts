import { placesByQueue } from './desk.ts'
import { peopleOf, type SimulatedRep } from './people.ts'
import { type Queue } from './queues.ts'

/** The simulated centre: everything in it follows from the seed and its first day. */
export type World = {
  seed: number
  /** Whole days since 1970-01-01, UTC. */
  firstDay: number
  people: readonly SimulatedRep[]
  placesByQueue: ReadonlyMap<Queue, readonly number[]>
}

/**
 * @param seed a whole number; the same one gives the same calls, byte for byte
 * @param firstDay whole days since 1970-01-01 (UTC): the first day whose calls are told
 */
export function foundWorld(seed: number, firstDay: number): World {
  const people = peopleOf(seed)
  return { seed, firstDay, people, placesByQueue: placesByQueue(people) }
}
