/** The queue by which the bench tells when a watcher has a change. */
export const probeQueue = 'Probe'

/** What the bench asks of the process that holds its watchers. */
export type CrowdOrder =
  | { order: 'connect'; url: string; cookie: string; count: number }
  /** Everybody is cut off and comes back at once. */
  | { order: 'storm' }
  | { order: 'report' }
  | { order: 'disconnect' }

/** What one message was, and when each watcher had it, in epoch milliseconds. */
export type Receipt = {
  /** Since when the probe's call waits, where the message tells of it. */
  probeSince: number | null
  /** By each watcher's place. */
  times: { watcher: number; at: number }[]
}

export type CrowdReply =
  | { told: 'connected'; milliseconds: number }
  | {
      told: 'report'
      receipts: Receipt[]
      /** Messages as one watcher was told them, with how long after the first one. */
      script: { afterMilliseconds: number; text: string }[]
      bytes: number
      messages: number
      live: number
      /** Each floor that somebody holds, as JSON, and how many do. */
      floors: { floor: string; watchers: number }[]
    }
  | { told: 'disconnected' }

/** A floor as text in which the order of its parts plays no role. */
export const textOfFloor = (floor: unknown): string =>
  JSON.stringify(floor ?? null, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
