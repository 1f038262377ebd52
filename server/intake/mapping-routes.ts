import { type FastifyInstance } from 'fastify'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import * as contract from '../../shared/intake/mapping-contract.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import {
  deleteMapping,
  findMapping,
  findMappings,
  insertMapping,
  type MappingRow,
  updateMapping,
} from './mapping-store.ts'
import { readMapping } from './read-mapping.ts'

type Needs = { database: Database; clock: () => number }

/** Column mappings that people saved. */
export function mappingRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  const whole = async (organizationId: number, userId: string, id: number) => {
    const row = await findMapping(database, organizationId, userId, id)
    if (row) return row
    throw new Refused('mapping_unknown', 'There is no such mapping, or it is not shared.')
  }
  const own = async (organizationId: number, userId: string, id: number) => {
    const row = await whole(organizationId, userId, id)
    if (row.isOwn) return row
    throw new Refused('mapping_not_own', `${row.createdBy ?? 'Somebody'} saved this mapping.`)
  }
  app.route(
    answer(contract.mappings, async ({ viewer, person, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      const rows = await findMappings(database, viewer.organizationId, person.userId, asked)
      return pageOf(rows, limit, (row) => [row.id], tell)
    }),
  )
  app.route(
    answer(contract.mapping, async ({ viewer, person, params }) => {
      const row = await whole(viewer.organizationId, person.userId, params.mappingId)
      return { ...tell(row), mapping: row.mapping }
    }),
  )
  app.route(
    carryOut(contract.saveMapping, async ({ viewer, person, body }) => {
      const { organizationId } = viewer
      const { userId } = person
      const id = await insertMapping(database, organizationId, {
        ...{ name: body.name.trim(), isShared: body.isShared, userId, now: clock() },
        mapping: readable(body.mapping),
      })
      if (id === null) throw nameTaken(body.name)
      return tell(await whole(organizationId, userId, id))
    }),
  )
  app.route(
    carryOut(contract.changeMapping, async ({ viewer, person, params, body }) => {
      const { organizationId } = viewer
      const row = await own(organizationId, person.userId, params.mappingId)
      const isChanged = await updateMapping(database, organizationId, row.id, {
        ...{ name: body.name?.trim() ?? row.name, isShared: body.isShared ?? row.isShared },
        ...{ mapping: body.mapping === undefined ? row.mapping : readable(body.mapping) },
        now: clock(),
      })
      if (!isChanged) throw nameTaken(body.name ?? row.name)
      return tell(await whole(organizationId, person.userId, row.id))
    }),
  )
  app.route(
    carryOut(contract.deleteMapping, async ({ viewer, person, params }) => {
      const row = await own(viewer.organizationId, person.userId, params.mappingId)
      await deleteMapping(database, viewer.organizationId, row.id)
      return {}
    }),
  )
}

/** Only what would be read is saved. */
function readable(value: unknown): ColumnMapping {
  const { mapping, problems } = readMapping(value)
  if (mapping) return mapping
  const fields = problems.map(({ field, message }) => ({ field: `mapping.${field}`, message }))
  throw new Refused('reading_unclear', fields.map(({ message }) => message).join(' '), fields)
}

const nameTaken = (name: string) =>
  new Refused('name_taken', `There is a mapping "${name}" already.`, [
    { field: 'name', message: 'Choose a name that no other mapping has.' },
  ])

const tell = (row: Omit<MappingRow, 'mapping'>) => ({
  ...row,
  updatedAt: row.updatedAt.toISOString(),
})
