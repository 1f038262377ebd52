import { type Floor } from './floor.ts'
import { floorAfter } from './floor-after.ts'
import { type FloorMessage, silenceMillisecondsLimit, type Snapshot } from './floor-message.ts'

/** An attempt to connect that takes longer has failed. */
export const connectMillisecondsLimit = 10_000
const retryMillisecondsFirst = 500
/** However long the server was away, its watchers have its floor again within 5 s. */
const retryMillisecondsLimit = 3_000

/** What a watcher has of the floor, and how old it is. */
export type Held = {
  epoch: string
  number: number
  floor: Floor
  /** When it was last confirmed, by the watcher's clock. */
  heardAt: number
  /** How far the server's clock is ahead of the watcher's. */
  aheadMilliseconds: number
}

/**
 * Where a watcher's connection stands. Only `live` says that what is held is the floor; in every
 * other phase it is what the floor was when it was last heard of.
 */
export type Watching = {
  phase: 'connecting' | 'catching_up' | 'live' | 'quiet' | 'waiting'
  /** When the phase began, by the watcher's clock. */
  since: number
  /** How many attempts have failed since the floor was live. */
  failures: number
  held: Held | null
}

export type WatchingEvent = { at: number } & (
  | { kind: 'opened' }
  | { kind: 'told'; message: FloorMessage }
  /** Time has passed; looked at about once a second. */
  | { kind: 'ticked' }
  | { kind: 'closed' }
  | { kind: 'retry_was_due' }
)

/** What the browser has to do about it. */
export type Deed = 'open' | 'close' | 'ask_again'
export type Step = { watching: Watching; deeds: readonly Deed[] }

export const beginWatching = (at: number): Step => ({
  watching: { phase: 'connecting', since: at, failures: 0, held: null },
  deeds: ['open'],
})

/** The whole transition table: every event has its answer in every phase. */
export function watchingAfter(watching: Watching, event: WatchingEvent): Step {
  switch (event.kind) {
    case 'opened':
      return watching.phase === 'connecting'
        ? moved(watching, 'catching_up', event.at)
        : stay(watching)
    case 'told':
      return afterMessage(watching, event.message, event.at)
    case 'ticked':
      return afterTick(watching, event.at)
    case 'closed':
      return watching.phase === 'waiting' ? stay(watching) : failed(watching, event.at, [])
    case 'retry_was_due':
      return watching.phase === 'waiting'
        ? moved(watching, 'connecting', event.at, ['open'])
        : stay(watching)
  }
}

function afterMessage(watching: Watching, message: FloorMessage, at: number): Step {
  const { phase, held } = watching
  // What an abandoned connection still says is not listened to.
  if (phase === 'waiting' || phase === 'connecting') return stay(watching)
  if (message.kind === 'snapshot') return isLive(watching, heldFrom(message, at), at)
  if (phase === 'catching_up' || held === null) return stay(watching)
  const isSameLife = message.epoch === held.epoch
  const next = message.kind === 'batch' ? held.number + 1 : held.number
  if (isSameLife && message.number < next) return isLive(watching, heard(held, message.now, at), at)
  if (!isSameLife || message.number > next) return moved(watching, 'catching_up', at, ['ask_again'])
  const events = message.kind === 'batch' ? message.events : []
  const floor = events.reduce(floorAfter, held.floor)
  return isLive(watching, { ...heard(held, message.now, at), floor, number: next }, at)
}

const heldFrom = ({ epoch, number, floor, now }: Snapshot, at: number): Held => ({
  ...{ epoch, number, floor, heardAt: at, aheadMilliseconds: now - at },
})

const heard = (held: Held, now: number, at: number): Held => ({
  ...held,
  heardAt: at,
  aheadMilliseconds: now - at,
})

const isLive = (watching: Watching, held: Held, at: number): Step => ({
  watching: {
    phase: 'live',
    since: watching.phase === 'live' ? watching.since : at,
    failures: 0,
    held,
  },
  deeds: [],
})

function afterTick(watching: Watching, at: number): Step {
  const inPhase = at - watching.since
  switch (watching.phase) {
    case 'connecting':
    case 'catching_up':
      return inPhase > connectMillisecondsLimit ? failed(watching, at, ['close']) : stay(watching)
    case 'live': {
      const silent = at - (watching.held?.heardAt ?? watching.since)
      return silent > silenceMillisecondsLimit ? moved(watching, 'quiet', at) : stay(watching)
    }
    case 'quiet':
      return inPhase > silenceMillisecondsLimit ? failed(watching, at, ['close']) : stay(watching)
    case 'waiting':
      return stay(watching)
  }
}

const stay = (watching: Watching): Step => ({ watching, deeds: [] })

const moved = (
  watching: Watching,
  phase: Watching['phase'],
  at: number,
  deeds: readonly Deed[] = [],
): Step => ({ watching: { ...watching, phase, since: at }, deeds })

const failed = (watching: Watching, at: number, deeds: readonly Deed[]): Step => ({
  watching: { ...watching, phase: 'waiting', since: at, failures: watching.failures + 1 },
  deeds,
})

/**
 * How long to wait before the next attempt: twice as long after each failure up to a few seconds,
 * and spread, so that a thousand watchers that were cut off together do not come back together.
 *
 * @param random from 0 to 1
 */
export function retryMilliseconds(failures: number, random: number): number {
  const most = retryMillisecondsFirst * 2 ** Math.min(Math.max(failures, 1), 16)
  return Math.min(most, retryMillisecondsLimit) * (0.25 + 0.75 * random)
}
