import {
  countFloor,
  lineMillisecondsLimit,
  repMillisecondsLimit,
} from '../../shared/floor/count-floor.ts'
import { emptyFloor, type Floor } from '../../shared/floor/floor.ts'
import { changesBetween, floorAfter } from '../../shared/floor/floor-after.ts'
import { type FloorMessage } from '../../shared/floor/floor-message.ts'
import { type LinePresence, type RepPresence } from '../../shared/floor/presence.ts'

/** What is new to a floor, and up to which change that is all. */
type Changes = {
  reps: readonly RepPresence[]
  lines: readonly LinePresence[]
  sources: readonly { source: string; heardAt: number }[]
  upTo: number
}

/** What is read now and then, not with each change. */
export type Slow = Pick<Floor, 'days' | 'mood' | 'recognitions' | 'word'>

/** A source that has said nothing for so long is forgotten, as if it had never told anything. */
const sourceDropMilliseconds = 90 * 86_400_000
/** Whose last word is two shifts old is not counted, not even as not heard of. */
const repDropMilliseconds = 2 * repMillisecondsLimit
/** A source is said to have been heard of in steps of this: nobody reads it by the second. */
const heardStepMilliseconds = 10_000

/** One organization's floor as this process shows it: what is known, and what watchers were told. */
export function openFloor(epoch: string) {
  const reps = new Map<string, RepPresence>()
  const lines = new Map<string, LinePresence>()
  /** When calls were answered or gone: from then on they ring nowhere. */
  const settled = new Map<string, number>()
  const sources = new Map<string, number>()
  let upTo = 0
  let number = 0
  let told: Floor = emptyFloor

  /** Some phone systems never say that a phone has stopped ringing because somebody else answered. */
  const ringsStill = (rep: RepPresence): RepPresence => {
    const at = rep.call === null ? undefined : settled.get(`${rep.source}\u0000${rep.call}`)
    if (at === undefined || at < rep.at) return rep
    return { ...rep, state: 'available', queue: null, call: null, at }
  }

  const learn = (changes: Changes): void => {
    for (const rep of changes.reps) reps.set(`${rep.source}\u0000${rep.rep}`, rep)
    for (const line of changes.lines) {
      const key = `${line.source}\u0000${line.call}`
      // Who has been answered is counted by who answered; who has gone is not there any more.
      if (line.state === 'waiting') lines.set(key, line)
      else {
        lines.delete(key)
        settled.set(key, line.at)
      }
    }
    for (const [key, rep] of reps) if (rep.state === 'ringing') reps.set(key, ringsStill(rep))
    for (const { source, heardAt } of changes.sources) sources.set(source, heardAt)
    upTo = changes.upTo
  }

  const forget = (now: number): void => {
    for (const [key, { at }] of lines) if (now - at > lineMillisecondsLimit) lines.delete(key)
    for (const [key, at] of settled) if (now - at > lineMillisecondsLimit) settled.delete(key)
    for (const [source, at] of sources)
      if (now - at > sourceDropMilliseconds) sources.delete(source)
    for (const [key, { at }] of reps) if (now - at > repDropMilliseconds) reps.delete(key)
  }

  const floorNow = (slow: Slow, now: number): Floor => ({
    ...countFloor({ reps: reps.values(), lines: lines.values(), sources }, now),
    ...slow,
    sources: Object.fromEntries(
      [...sources.keys()].sort().map((source) => [source, inSteps(sources.get(source) ?? 0)]),
    ),
    helpRevision: upTo,
  })

  return {
    upTo: (): number => upTo,
    snapshot: (now: number): FloorMessage => ({
      ...{ kind: 'snapshot', epoch, number, now, floor: told },
    }),
    /** Takes what has changed and says what watchers are to hear of it: a batch, or that all is as it was. */
    move: (changes: Changes, slow: Slow, now: number): FloorMessage => {
      learn(changes)
      forget(now)
      const events = changesBetween(told, floorNow(slow, now))
      if (events.length === 0) return { kind: 'beat', epoch, number, now }
      told = events.reduce(floorAfter, told)
      number += 1
      return { kind: 'batch', epoch, number, now, events }
    },
  }
}

export type OrganizationFloor = ReturnType<typeof openFloor>

const inSteps = (at: number): number =>
  Math.floor(at / heardStepMilliseconds) * heardStepMilliseconds
