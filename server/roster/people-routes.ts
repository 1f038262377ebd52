import { type FastifyInstance } from 'fastify'
import * as roster from '../../shared/roster/contract.ts'
import * as keys from '../../shared/roster/key-contract.ts'
import { sightOf } from '../../shared/roster/sight.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace, readPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { createApiKey } from './api-keys.ts'
import { invite } from './invite.ts'
import { findKeys, revokeKey } from './key-store.ts'
import { matchRoutes, type MatchNeeds } from './match-routes.ts'
import { findMembers } from './people-store.ts'
import { findTeams, insertTeam } from './rep-store.ts'
import { repRoutes } from './rep-routes.ts'

type Needs = MatchNeeds

/** People, teams, reps and keys of an organization. */
export function rosterRoutes(app: FastifyInstance, needs: Needs): void {
  peopleRoutes(app, needs)
  teamRoutes(app, needs)
  repRoutes(app, needs)
  matchRoutes(app, needs)
  keyRoutes(app, needs)
}

function peopleRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    answer(roster.people, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const place = readPlace(query.after, ([id]) => typeof id === 'string')
      const after = place ? String(place[0]) : null
      const rows = await findMembers(database, viewer.organizationId, { after, limit: limit + 1 })
      return pageOf(
        rows,
        limit,
        (row) => [row.userId],
        (row) => row,
      )
    }),
  )
  app.route(
    carryOut(roster.invite, ({ viewer, body }) =>
      invite(
        database,
        viewer.organizationId,
        { ...body, teamIds: body.teamIds ?? [], repId: body.repId ?? null },
        clock(),
      ),
    ),
  )
}

function teamRoutes(app: FastifyInstance, { database }: Needs): void {
  app.route(
    answer(roster.teams, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const sight = sightOf(viewer)
      const ids = sight.reps === 'of_teams' ? sight.teamIds : null
      const asked = { ids, after: readIdPlace(query.after), limit: limit + 1 }
      return pageOf(
        await findTeams(database, viewer.organizationId, asked),
        limit,
        (row) => [row.id],
        (row) => row,
      )
    }),
  )
  app.route(
    carryOut(roster.createTeam, async ({ viewer, body }) => {
      const id = await insertTeam(database, viewer.organizationId, body.name)
      if (id !== null) return { id, name: body.name }
      throw new Refused('name_taken', `There is a team "${body.name}" already.`)
    }),
  )
}

function keyRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    answer(keys.keys, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      return pageOf(
        await findKeys(database, viewer.organizationId, asked),
        limit,
        (row) => [row.id],
        (row) => ({ ...row, createdAt: row.createdAt.toISOString() }),
      )
    }),
  )
  app.route(
    carryOut(keys.createKey, ({ viewer, body }) =>
      createApiKey(database, { organizationId: viewer.organizationId, ...body }),
    ),
  )
  app.route(
    carryOut(keys.revokeKey, async ({ viewer, params }) => {
      const { organizationId } = viewer
      const isRevoked = await revokeKey(database, organizationId, params.keyId, new Date(clock()))
      if (isRevoked) return {}
      throw new Refused('key_not_found', 'There is no such key, or it was revoked before.')
    }),
  )
}
