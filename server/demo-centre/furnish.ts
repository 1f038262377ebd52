import { createRep, createTeam, reps, teams } from '../../shared/roster/contract.ts'
import { tell, type Api, type Speaker } from './api.ts'
import { everyItem } from './every-item.ts'
import { source } from './world/as-record.ts'
import { type SimulatedRep } from './world/people.ts'
import { teamNames } from './world/teams.ts'

/**
 * Creates the teams and the reps with their names in the phone system, as far as they are
 * missing. New colleagues are left out: the phone system knows them already, the roster does
 * not, and somebody has to say who they are.
 */
export async function furnish(
  api: Api,
  admin: Speaker,
  people: readonly SimulatedRep[],
): Promise<void> {
  const teamIds = await furnishTeams(api, admin)
  const nothing = { params: {}, query: {} }
  const there = new Set((await everyItem(api, admin, reps, nothing)).map(({ name }) => name))
  for (const rep of people) {
    if (!rep.isOnRoster || there.has(rep.name)) continue
    await tell(api, admin, createRep, {
      params: {},
      body: {
        name: rep.name,
        teamId: teamIds.get(rep.team) ?? null,
        aliases: [{ source, alias: rep.alias }],
      },
    })
  }
}

async function furnishTeams(api: Api, admin: Speaker): Promise<Map<string, number>> {
  const there = await everyItem(api, admin, teams, { params: {}, query: {} })
  const ids = new Map(there.map(({ id, name }) => [name, id]))
  for (const name of teamNames) {
    if (ids.has(name)) continue
    const { reply } = await tell(api, admin, createTeam, { params: {}, body: { name } })
    ids.set(name, reply.id)
  }
  return ids
}
