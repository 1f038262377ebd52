import { type FastifyInstance } from 'fastify'
import * as roster from '../../shared/roster/contract.ts'
import * as matching from '../../shared/roster/matching-contract.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Announcements } from '../announcements.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace, readPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import {
  type Doing,
  type Followers,
  matchAlias,
  mergeReps,
  splitAlias,
  undoChange,
} from './match-reps.ts'
import { previewMerge } from './preview-merge.ts'
import { type ChangeRow, findChanges, findRepState, insertChange } from './rep-change-store.ts'
import { findAlias, findRep } from './rep-store.ts'
import { type CallsOfReps, suggestMerges } from './suggest-merges.ts'

export type MatchNeeds = {
  database: Database
  announcements: Announcements
  clock: () => number
  followers: Followers
  callsOfReps: CallsOfReps
}

/** Whose the names are that phone systems send: suggestions, merging, splitting, history. */
export function matchRoutes(app: FastifyInstance, needs: MatchNeeds): void {
  questionRoutes(app, needs)
  changeRoutes(app, needs)
  aliasRoutes(app, needs)
}

function questionRoutes(app: FastifyInstance, { database, callsOfReps }: MatchNeeds): void {
  app.route(
    answer(matching.suggestions, ({ viewer, query }) => {
      const place = readPlace(query.after, (key) => key.every((part) => typeof part === 'number'))
      const [likeness = 0, first = 0, second = 0] = (place ?? []).map(Number)
      return suggestMerges(database, callsOfReps, viewer.organizationId, {
        after: place && { likeness, repIds: [first, second] },
        limit: query.limit ?? itemsPerPageDefault,
      })
    }),
  )
  app.route(
    answer(matching.merging, ({ viewer, params }) =>
      previewMerge(database, callsOfReps, viewer.organizationId, params),
    ),
  )
  app.route(
    answer(matching.repChanges, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const before = readIdPlace(query.after) || null
      const asked = { before, limit: limit + 1 }
      const rows = await findChanges(database.reading, viewer.organizationId, asked)
      return pageOf(rows, limit, ({ id }) => [id], changeOf)
    }),
  )
}

function changeRoutes(app: FastifyInstance, needs: MatchNeeds): void {
  app.route(
    carryOut(matching.mergeReps, ({ viewer, person, params, body }) =>
      changed(needs, { ...viewer, actor: person.name }, (doing) =>
        mergeReps(doing, params.repId, body.intoRepId),
      ),
    ),
  )
  app.route(
    carryOut(matching.undoRepChange, ({ viewer, person, params }) =>
      changed(needs, { ...viewer, actor: person.name }, (doing) =>
        undoChange(doing, params.changeId),
      ),
    ),
  )
  app.route(
    carryOut(matching.keepApart, ({ viewer, person, body }) =>
      changed(needs, { ...viewer, actor: person.name }, (doing) =>
        keepApart(doing, body.repId, body.otherRepId),
      ),
    ),
  )
}

function aliasRoutes(app: FastifyInstance, needs: MatchNeeds): void {
  app.route(
    carryOut(matching.splitAlias, ({ viewer, person, params }) =>
      changed(needs, { ...viewer, actor: person.name }, async (doing) =>
        splitAlias(doing, await aliasOrRefusal(doing, params.aliasId)),
      ),
    ),
  )
  app.route(
    carryOut(roster.matchAlias, async ({ viewer, person, params, body }) => {
      const { organizationId } = viewer
      await inTurn(needs, { organizationId, actor: person.name }, async (doing) => {
        const { repId } = await aliasOrRefusal(doing, params.aliasId)
        await matchAlias(doing, params.aliasId, repId, body.repId)
      })
      const found = await findRep(needs.database, organizationId, body.repId)
      if (found) return found
      throw new Refused('rep_unknown', 'There is no such rep.')
    }),
  )
}

type Who = { organizationId: number; actor: string }

/** Does something while no calls come in, and tells of it once it is committed. */
export async function inTurn<Result>(
  { database, announcements, clock, followers }: MatchNeeds,
  { organizationId, actor }: Who,
  work: (doing: Doing) => Promise<Result>,
): Promise<Result> {
  const result = await database.writing.begin(async (transaction) => {
    await followers.hold(transaction, organizationId)
    return work({ transaction, organizationId, followers, actor, now: clock() })
  })
  announcements.announce({ kind: 'alias_was_matched', organizationId })
  return result as Result
}

async function changed(
  needs: MatchNeeds,
  who: Who,
  work: (doing: Doing) => Promise<number>,
): Promise<matching.RepChange> {
  const id = await inTurn(needs, who, work)
  return changeById(needs.database.reading, who.organizationId, id)
}

async function changeById(
  sql: Database['reading'] | Transaction,
  organizationId: number,
  id: number,
): Promise<matching.RepChange> {
  const [row] = await findChanges(sql, organizationId, { id })
  if (row) return changeOf(row)
  throw new Refused('rep_change_unknown', 'There is no such change.')
}

const changeOf = (row: ChangeRow<unknown>): matching.RepChange => ({
  ...{ id: row.id, kind: row.kind, at: row.at.toISOString(), by: row.actor, legs: row.legs },
  rep: { id: row.repId, name: row.repName },
  other: { id: row.otherRepId, name: row.otherName },
  ...{ aliases: row.aliases, mayUndo: row.mayUndo },
})

async function keepApart(
  { transaction, organizationId, actor, now }: Doing,
  repId: number,
  otherRepId: number,
): Promise<number> {
  if (repId === otherRepId) throw new Refused('same_rep', 'Choose two different reps.')
  const rep = await findRepState(transaction, organizationId, repId)
  const other = await findRepState(transaction, organizationId, otherRepId)
  if (!rep || !other) throw new Refused('rep_unknown', 'There is no such rep.')
  return insertChange(transaction, organizationId, {
    ...{ kind: 'kept_apart', at: new Date(now), actor, rep, other },
    ...{ aliasIds: [], legs: 0, kept: null },
  })
}

async function aliasOrRefusal({ transaction, organizationId }: Doing, aliasId: number) {
  const alias = await findAlias(transaction, organizationId, aliasId)
  if (alias) return alias
  throw new Refused('alias_unknown', 'There is no such phone-system name.')
}
