import { type FastifyInstance } from 'fastify'
import * as contract from '../../shared/intake/connection-contract.ts'
import {
  type Connection,
  type ConnectionKind,
  problemsPerReplyLimit,
  type TrialReply,
} from '../../shared/intake/connection.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import {
  type ConnectionRow,
  findConnections,
  findOwnConnection,
  insertConnection,
  removeConnection,
  setEnabled,
  setSecrets,
  takeConnectionId,
} from './connection-store.ts'
import { chosenSettings } from './live/chosen-settings.ts'
import { readLines } from './live/read-lines.ts'
import { chosenSecret, closedSecret, nextSecrets } from './live/secrets.ts'
import { readingOf } from './live/take-delivery.ts'
import { ranked, tellLines } from './live/tell-lines.ts'
import { type Seal } from './seal.ts'

type Needs = { database: Database; seal: Seal; clock: () => number }

const door: Record<ConnectionKind, string> = {
  standard_webhooks: 'webhook',
  amazon_firehose: 'firehose',
  aircall: 'aircall',
  freeswitch: 'freeswitch',
}

/** Administrators say which phone systems may deliver by themselves. */
export function connectionRoutes(app: FastifyInstance, needs: Needs): void {
  listRoutes(app, needs)
  changeRoutes(app, needs)
}

function listRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  app.route(
    answer(contract.connections, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      const rows = await findConnections(database, viewer.organizationId, asked)
      return pageOf(rows, limit, (row) => [row.id], tellConnection)
    }),
  )
  app.route(
    carryOut(contract.tryConnection, async ({ viewer, params, body }) => {
      const { organizationId } = viewer
      const row = await findOwnConnection(database, organizationId, params.connectionId)
      if (!row) throw unknown()
      const { adapter, settings } = readingOf(row, clock())
      return tellTrial(await readLines(adapter, settings, body.text))
    }),
  )
}

function changeRoutes(app: FastifyInstance, { database, seal, clock }: Needs): void {
  app.route(
    carryOut(contract.createConnection, async ({ viewer, body }) => {
      const { name, kind, source } = body
      const secret = chosenSecret(kind, body.secret)
      const settings = chosenSettings(body)
      const { organizationId } = viewer
      const id = await takeConnectionId(database)
      const row = await insertConnection(database, {
        ...{ organizationId, id, name, kind, source },
        settings,
        secret: closedSecret(seal, { organizationId, id }, secret),
        createdAt: new Date(clock()),
      })
      if (row) return { connection: tellConnection(row), secret }
      throw new Refused('name_taken', `There is a connection "${name}" already.`)
    }),
  )
  app.route(
    carryOut(contract.rotateSecret, async ({ viewer, params, body }) => {
      const { organizationId } = viewer
      const row = await findOwnConnection(database, organizationId, params.connectionId)
      if (!row) throw unknown()
      const secret = chosenSecret(row.kind, body.secret)
      const endsFormerAtOnce = body.endsFormerAtOnce === true
      const secrets = nextSecrets(row, { seal, secret, endsFormerAtOnce, now: clock() })
      if (await setSecrets(database, organizationId, row.id, secrets)) return { secret }
      throw unknown()
    }),
  )
  app.route(
    carryOut(contract.enableConnection, async ({ viewer, params, body }) => {
      const { organizationId } = viewer
      const { isEnabled, endsSource = false } = body
      const given = { isEnabled, endsSource, now: clock() }
      await setEnabled(database, organizationId, params.connectionId, given)
      const row = await findOwnConnection(database, organizationId, params.connectionId)
      if (row) return tellConnection(row)
      throw unknown()
    }),
  )
  app.route(
    carryOut(contract.deleteConnection, async ({ viewer, params }) => {
      const { organizationId } = viewer
      if (await removeConnection(database, organizationId, params.connectionId)) return {}
      throw unknown()
    }),
  )
}

const unknown = () =>
  new Refused('connection_unknown', 'There is no such connection, or it was removed before.')

const tellConnection = (row: ConnectionRow): Connection => ({
  ...{ id: row.id, name: row.name, kind: row.kind, source: row.source, ...row.settings },
  path: `/api/intake/${row.id}/${door[row.kind]}`,
  createdAt: row.createdAt.toISOString(),
  disabledAt: row.disabledAt?.toISOString() ?? null,
  lastReceivedAt: row.lastReceivedAt?.toISOString() ?? null,
  lastRefusedAt: row.lastRefusedAt?.toISOString() ?? null,
  lastRefusal: row.lastRefusal,
  deliveries: row.deliveries,
  refusedDeliveries: row.refusedDeliveries,
})

const examplesPerTrial = 5

function tellTrial(lines: Awaited<ReturnType<typeof readLines>>): TrialReply {
  const { records, joined, ignoredByRule, problems } = tellLines(lines)
  return {
    ...{ read: lines.length, calls: records.length, joined, refused: problems.length },
    ignored: ranked(ignoredByRule),
    problems: problems.slice(0, problemsPerReplyLimit).map(({ text, ...problem }) => problem),
    examples: records.slice(0, examplesPerTrial).map(({ record }) => ({
      ...{ externalId: record.externalId, startedAt: record.startedAt },
      ...{ direction: record.direction, queue: record.queue ?? null, issue: record.issue ?? null },
      reps: record.legs.map(({ rep }) => rep),
      hasCustomer: record.customer != null,
    })),
  }
}
