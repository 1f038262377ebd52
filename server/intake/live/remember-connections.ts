import { type Database } from '../../database/connect.ts'
import { type Refused } from '../../http/refused.ts'
import { type ConnectionRow, findConnection, noteRefused } from '../connection-store.ts'

/** A changed connection may be taken as it was for this long, so that deliveries cost no query. */
export const rememberedMilliseconds = 5_000
const rememberedLimit = 1_000
/** How often refusals of one connection are written at most: nobody fills the disk with them. */
const notedMilliseconds = 1_000

/** Looks connections up by the number in their address, remembering them for a few seconds. */
export function openConnectionRing(database: Database, clock: () => number) {
  const remembered = new Map<number, { row: ConnectionRow | null; until: number }>()
  return async (id: number): Promise<ConnectionRow | null> => {
    const known = remembered.get(id)
    if (known && known.until > clock()) return known.row
    const row = await findConnection(database, id)
    if (remembered.size >= rememberedLimit) remembered.clear()
    remembered.set(id, { row, until: clock() + rememberedMilliseconds })
    return row
  }
}

/** Keeps count of refused deliveries; the last one's reason is shown to administrators. */
export function openRefusalNotes(database: Database, clock: () => number) {
  const noted = new Map<number, { times: number; at: number }>()
  return async (connection: ConnectionRow, { reason, message }: Refused): Promise<void> => {
    const now = clock()
    const entry = noted.get(connection.id) ?? { times: 0, at: -Infinity }
    noted.set(connection.id, entry)
    entry.times += 1
    if (now - entry.at < notedMilliseconds) return
    const { times } = entry
    entry.at = now
    entry.times = 0
    await noteRefused(database, connection, { refusal: { reason, message }, times, now })
  }
}
