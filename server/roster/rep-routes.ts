import { type FastifyInstance } from 'fastify'
import * as roster from '../../shared/roster/contract.ts'
import { sightOf } from '../../shared/roster/sight.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { matchAlias } from './match-reps.ts'
import { inTurn, type MatchNeeds } from './match-routes.ts'
import {
  addAlias,
  areTeams,
  findHolder,
  findRep,
  findReps,
  insertRep,
  type RepRow,
  updateRep,
} from './rep-store.ts'

/** Reps and the names phone systems have for them. */
export function repRoutes(app: FastifyInstance, needs: MatchNeeds): void {
  const { database } = needs
  app.route(
    answer(roster.reps, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const sight = sightOf(viewer)
      const place = readPlace(
        query.after,
        ([isConfirmed, id]) => typeof isConfirmed === 'boolean' && typeof id === 'number',
      )
      const rows = await findReps(database, viewer.organizationId, {
        teamIds: sight.reps === 'of_teams' ? sight.teamIds : null,
        isConfirmed: query.confirmed ?? null,
        after: place && { isConfirmed: place[0] === true, id: Number(place[1]) },
        limit: limit + 1,
      })
      return pageOf(
        rows,
        limit,
        (row) => [row.isConfirmed, row.id],
        (row) => row,
      )
    }),
  )
  app.route(
    carryOut(roster.createRep, async ({ viewer, person, body }) => {
      const { organizationId } = viewer
      await refuseUnknownTeam(database, organizationId, body.teamId ?? null)
      const aliases = body.aliases ?? []
      for (const given of aliases) await refuseHeldAlias(database, organizationId, given)
      const named = { name: body.name, teamId: body.teamId ?? null }
      const id = await insertRep(database, organizationId, named)
      for (const given of aliases) {
        const known = await addAlias(database, organizationId, id, given)
        if (known === null) continue
        await inTurn(needs, { organizationId, actor: person.name }, (doing) =>
          matchAlias(doing, known.id, known.repId, id),
        )
      }
      return repOrRefusal(database, organizationId, id)
    }),
  )
  app.route(
    carryOut(roster.changeRep, async ({ viewer, params, body }) => {
      const { organizationId } = viewer
      await refuseUnknownTeam(database, organizationId, body.teamId ?? null)
      const isChanged = await updateRep(database, organizationId, params.repId, body)
      if (!isChanged) throw new Refused('rep_unknown', 'There is no such rep.')
      return repOrRefusal(database, organizationId, params.repId)
    }),
  )
}

async function repOrRefusal(
  database: Database,
  organizationId: number,
  id: number,
): Promise<RepRow> {
  const found = await findRep(database, organizationId, id)
  if (found) return found
  throw new Refused('rep_unknown', 'There is no such rep.')
}

async function refuseUnknownTeam(
  database: Database,
  organizationId: number,
  teamId: number | null,
): Promise<void> {
  if (teamId === null || (await areTeams(database, organizationId, [teamId]))) return
  throw new Refused('team_unknown', 'There is no such team.')
}

async function refuseHeldAlias(
  database: Database,
  organizationId: number,
  given: { source: string; alias: string },
): Promise<void> {
  const holder = await findHolder(database, organizationId, given)
  if (holder === null) return
  throw new Refused('name_taken', `"${given.alias}" in ${given.source} is ${holder} already.`)
}
