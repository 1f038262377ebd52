import { type FastifyInstance } from 'fastify'
import * as intake from '../../shared/intake/contract.ts'
import { type ReadingOrder } from '../../shared/intake/reading-order.ts'
import { invariant } from '../../shared/invariant.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace, readPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { type Asker, type ReadingNeeds, readingFor, wholeUpload } from './reading-for.ts'
import { type Reading } from './reading.ts'
import { cdrReadingBeside, cdrUploads } from './readings-beside.ts'
import { refusedFileOf } from './refused-download.ts'
import { findRefused } from './refused-store.ts'
import { findRun, findRuns, insertRun } from './run-store.ts'
import { findSourceSettings, keepSourceSetting } from './source-setting-store.ts'
import { tellRun } from './tell-run.ts'
import { giveOrder } from './turn-store.ts'
import { findUpload, touchUploads, type UploadRow } from './upload-store.ts'

/** @param wake says that an import waits */
export type StartNeeds = ReadingNeeds & { wake: () => void }

/** Imports: what came in and what was refused, starting them, and orders to those under way. */
export function importRoutes(app: FastifyInstance, needs: StartNeeds): void {
  const { database, clock } = needs
  app.route(
    answer(intake.imports, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const before = query.after === undefined ? null : readIdPlace(query.after)
      const rows = await findRuns(database, viewer.organizationId, { before, limit: limit + 1 })
      return pageOf(
        rows,
        limit,
        (row) => [row.id],
        (row) => tellRun(row, clock()),
      )
    }),
  )
  app.route(
    answer(intake.oneImport, async ({ viewer, params }) =>
      tellRun(await knownRun(needs, viewer.organizationId, params.importId), clock()),
    ),
  )
  startRoutes(app, needs)
  refusedRoutes(app, needs)
}

function startRoutes(app: FastifyInstance, needs: StartNeeds): void {
  const { database, clock, wake } = needs
  app.route(
    carryOut(intake.startImports, async ({ viewer, person, body }) => {
      const { organizationId } = viewer
      const asker = { organizationId, userId: person.userId }
      const { isDryRun } = body
      // Everything is settled before anything is started.
      const { settled, toRemember } = await settledReadings(needs, asker, body)
      const importIds: number[] = []
      for (const { row, reading } of settled) {
        const given = { name: row.name, uploadId: row.id, bytesInAll: row.bytes, isDryRun }
        const run = { ...given, reading, runner: null, now: clock() }
        importIds.push(await insertRun(database, organizationId, run))
      }
      if (!isDryRun) await keepSourceSetting(database, organizationId, toRemember, clock())
      const uploadIds = settled.map(({ row }) => row.id)
      await touchUploads(database, organizationId, uploadIds, clock())
      wake()
      return { importIds }
    }),
  )
  app.route(
    carryOut(intake.orderImport, async ({ viewer, params, body }) => {
      const { organizationId } = viewer
      const { importId } = params
      const run = await knownRun(needs, organizationId, importId)
      if (body.order === 'resume' && run.uploadId !== null) {
        const upload = await findUpload(database, organizationId, run.uploadId)
        if (!upload) throw new Refused('upload_unknown', 'Its file is not here any more.')
      }
      const order = { order: body.order, now: clock() }
      if (!(await giveOrder(database, organizationId, importId, order))) {
        const { state } = tellRun(run, clock())
        throw new Refused(
          'order_not_now',
          `This import is ${state}; there is nothing to ${body.order}.`,
        )
      }
      wake()
      return tellRun(await knownRun(needs, organizationId, importId), clock())
    }),
  )
  app.route(
    answer(intake.sourceSettings, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const place = readPlace(query.after, ([source]) => typeof source === 'string')
      const after = typeof place?.[0] === 'string' ? place[0] : ''
      const asked = { after, limit: limit + 1 }
      return pageOf(
        await findSourceSettings(database, viewer.organizationId, asked),
        limit,
        (row) => [row.source],
        (row) => ({
          ...row,
          names: Object.entries(row.names).map(([what, name]) => ({ what, name })),
          updatedAt: row.updatedAt.toISOString(),
        }),
      )
    }),
  )
}

/** How each file is read; CDRs beside queue_logs come after these, as files of their own. */
async function settledReadings(
  needs: StartNeeds,
  asker: Asker,
  { uploadIds, reading: order }: { uploadIds: readonly number[]; reading: ReadingOrder },
) {
  const settled: { row: UploadRow; reading: Reading }[] = []
  for (const id of uploadIds) {
    const row = await wholeUpload(needs, asker.organizationId, id)
    settled.push({ row, reading: await readingFor(needs, asker, row, order) })
  }
  const [first] = settled
  invariant(first, 'a start names a file')
  for (const row of await cdrUploads(needs, asker.organizationId, first.reading)) {
    settled.push({ row, reading: cdrReadingBeside(first.reading, uploadIds) })
  }
  return { settled, toRemember: first.reading }
}

function refusedRoutes(app: FastifyInstance, needs: ReadingNeeds): void {
  const { database } = needs
  app.route(
    answer(intake.refusedLines, async ({ viewer, params, query }) => {
      const { organizationId } = viewer
      await knownRun(needs, organizationId, params.importId)
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      const rows = await findRefused(database, organizationId, params.importId, asked)
      return pageOf(
        rows,
        limit,
        (row) => [row.id],
        ({ id, ...line }) => line,
      )
    }),
  )
  app.route(
    answer(intake.refusedFile, async ({ viewer, params, query, reply }) => {
      const { organizationId } = viewer
      const run = await knownRun(needs, organizationId, params.importId)
      const file = refusedFileOf(database, organizationId, run, query.format ?? 'ndjson')
      reply.header('content-type', file.type)
      reply.header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      )
      return file.content
    }),
  )
}

async function knownRun({ database }: ReadingNeeds, organizationId: number, id: number) {
  const run = await findRun(database, organizationId, id)
  if (run) return run
  throw new Refused('import_unknown', 'There is no such import.')
}
