import { Type, type Static } from 'typebox'
import { Floor, FloorEvent } from './floor.ts'

/** Sent at least this often, so that silence means that something is broken. */
export const beatMilliseconds = 5_000
/** What watchers see is told at most this often. */
export const batchMilliseconds = 250
/** After this long without a word, what a watcher has is not the floor any more. */
export const silenceMillisecondsLimit = 12_000

const common = {
  /** Tells one life of a server from the next; numbers count within it. */
  epoch: Type.String(),
  number: Type.Integer({ minimum: 0 }),
  /** The server's clock, in epoch milliseconds: what waits is counted by it. */
  now: Type.Number(),
}

export const Snapshot = Type.Object({ kind: Type.Enum(['snapshot']), ...common, floor: Floor })
export const Batch = Type.Object({
  kind: Type.Enum(['batch']),
  ...common,
  events: Type.Array(FloorEvent),
})
export const Beat = Type.Object({ kind: Type.Enum(['beat']), ...common })

/** What the server says to a watcher. A watcher says nothing but `again`, for a snapshot. */
export const FloorMessage = Type.Union([Snapshot, Batch, Beat])
export type FloorMessage = Static<typeof FloorMessage>
export type Snapshot = Static<typeof Snapshot>

/** All a watcher may say. */
export const askAgain = 'again'
