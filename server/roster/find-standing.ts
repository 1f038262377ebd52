import { type Database } from '../database/connect.ts'
import { type FindStanding, type Standing } from '../http/asker.ts'
import { findDisplaysByIds } from './display-store.ts'
import { seeDisplay } from './recognize-display.ts'

/** Looks up what open connections rest on, with two queries for all: there may be thousands. */
export const openStanding =
  (database: Database, clock: () => number): FindStanding =>
  async (asked) => {
    const now = clock()
    const sessionIds = asked.flatMap((each) => (each.kind === 'session' ? [each.id] : []))
    const displayIds = asked.flatMap((each) => (each.kind === 'display' ? [each.id] : []))
    const [sessions, displays] = await Promise.all([
      findSessions(database, sessionIds),
      seeDisplays(database, displayIds, now),
    ])
    const organizationOf = ({ kind, id }: Standing): number | undefined =>
      kind === 'session' ? sessions.get(id) : displays.get(id)
    return new Set(asked.filter((each) => organizationOf(each) === each.organizationId))
  }

/** The organization of each session that has not ended, by the clock that sessions begin by. */
async function findSessions(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const found = await database.reading<{ id: string; organization_id: number }[]>`
    select s.id, m.organization_id from session s join membership m on m.user_id = s.user_id
    where s.id = any(${[...ids]}) and s.expires_at > now()`
  return new Map(found.map((row) => [row.id, row.organization_id]))
}

/** The organization of each display that is still taken at its word; they are noted as seen. */
async function seeDisplays(
  database: Database,
  ids: readonly number[],
  now: number,
): Promise<Map<number, number>> {
  const standing = new Map<number, number>()
  if (ids.length === 0) return standing
  for (const row of await findDisplaysByIds(database, ids)) {
    if (await seeDisplay(database, row, now)) standing.set(row.id, row.organization.id)
  }
  return standing
}
