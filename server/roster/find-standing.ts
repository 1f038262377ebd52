import { type Database } from '../database/connect.ts'
import { type Asker, type FindStanding } from '../http/asker.ts'
import { findDisplaysByIds } from './display-store.ts'
import { seeDisplay } from './recognize-display.ts'

/**
 * Looks after whoever stays connected without asking again: all of them with two queries, because
 * there may be thousands. API keys open no connections that stay.
 */
export const openStanding =
  (database: Database, clock: () => number): FindStanding =>
  async (askers) => {
    const [sessions, displays] = await Promise.all([
      findSessions(database, askers, clock()),
      seeDisplays(database, askers, clock()),
    ])
    return new Set(
      askers.filter((asker) => {
        if (asker.kind === 'person') {
          return sessions.get(asker.sessionId) === asker.viewer.organizationId
        }
        return asker.kind === 'display' && displays.has(asker.displayId)
      }),
    )
  }

/** The organization of each session that has not ended. */
async function findSessions(
  database: Database,
  askers: readonly Asker[],
  now: number,
): Promise<Map<string, number>> {
  const ids = askers.flatMap((asker) => (asker.kind === 'person' ? [asker.sessionId] : []))
  if (ids.length === 0) return new Map()
  const found = await database.reading<{ id: string; organization_id: number }[]>`
    select s.id, m.organization_id from session s join membership m on m.user_id = s.user_id
    where s.id = any(${ids}) and s.expires_at > ${new Date(now)}`
  return new Map(found.map((row) => [row.id, row.organization_id]))
}

/** The displays that are still taken at their word, which are noted as seen. */
async function seeDisplays(
  database: Database,
  askers: readonly Asker[],
  now: number,
): Promise<ReadonlySet<number>> {
  const ids = askers.flatMap((asker) => (asker.kind === 'display' ? [asker.displayId] : []))
  if (ids.length === 0) return new Set()
  const standing = new Set<number>()
  for (const row of await findDisplaysByIds(database, ids)) {
    if (await seeDisplay(database, row, now)) standing.add(row.id)
  }
  return standing
}
