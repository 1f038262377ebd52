import { type FastifyInstance } from 'fastify'
import * as contract from '../../shared/intake/upload-contract.ts'
import {
  partBytesLimit,
  type Upload,
  uploadHoursLimit,
  uploadsLimit,
} from '../../shared/intake/upload.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { takeRawBodies } from '../http/raw-body.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { allAdapters } from './adapters/all-adapters.ts'
import { allPresets } from './presets/all-presets.ts'
import { previewFile } from './preview-file.ts'
import { findFitting } from './recognition/find-fitting.ts'
import { recognizeFile } from './recognition/recognize-file.ts'
import { type ReadingNeeds, readingFor, wholeUpload } from './reading-for.ts'
import { cdrUploads } from './readings-beside.ts'
import { receivePart } from './receive-part.ts'
import {
  deleteUpload,
  findUpload,
  findUploads,
  insertUpload,
  type UploadRow,
} from './upload-store.ts'

/** Files on their way into an import: their bytes, what they are, how they would be read. */
export async function uploadRoutes(app: FastifyInstance, needs: ReadingNeeds): Promise<void> {
  const { database, spool, clock } = needs
  app.route(
    answer(contract.uploads, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const before = query.after === undefined ? null : readIdPlace(query.after)
      const rows = await findUploads(database, viewer.organizationId, { before, limit: limit + 1 })
      return pageOf(rows, limit, (row) => [row.id], tellUpload)
    }),
  )
  app.route(
    carryOut(contract.openUpload, async ({ viewer, person, body }) => {
      const { organizationId } = viewer
      if (!(await spool.hasRoomFor(body.bytes))) throw noRoom('The disk has no room for this file.')
      const file = spool.newName()
      const id = await insertUpload(database, organizationId, {
        ...{ ...body, file, userId: person.userId, now: clock(), most: uploadsLimit },
      })
      if (id === null) throw noRoom(`There are ${uploadsLimit} files here already; delete some.`)
      await spool.create(file).catch(async (error: unknown) => {
        await deleteUpload(database, organizationId, id, clock())
        throw error
      })
      return tellUpload(await knownUpload(needs, organizationId, id))
    }),
  )
  app.route(
    carryOut(contract.dropUpload, async ({ viewer, params }) => {
      const file = await deleteUpload(database, viewer.organizationId, params.uploadId, clock())
      if (file === null) throw unknown()
      await spool.remove(file)
      return {}
    }),
  )
  await partRoute(app, needs)
  lookRoutes(app, needs)
}

/** Parts come as they are, and are written as they come. */
async function partRoute(app: FastifyInstance, needs: ReadingNeeds): Promise<void> {
  await app.register(async (door) => {
    takeRawBodies(door)
    door.route({
      ...carryOut(contract.sendPart, async ({ viewer, params, body }) => {
        const { organizationId } = viewer
        const row = await knownUpload(needs, organizationId, params.uploadId)
        const bytes = (body ?? []) as AsyncIterable<Uint8Array>
        await receivePart(needs, { organizationId, row, from: params.from, bytes })
        return tellUpload(await knownUpload(needs, organizationId, row.id))
      }),
      bodyLimit: partBytesLimit,
    })
  })
}

function lookRoutes(app: FastifyInstance, needs: ReadingNeeds): void {
  const { database, spool, clock } = needs
  app.route(
    answer(contract.recognition, async ({ viewer, person, params, query }) => {
      const row = await wholeUpload(needs, viewer.organizationId, params.uploadId)
      const told = await recognizeFile(spool.pathOf(row.file), query.sheet ?? null)
      const asker = { organizationId: viewer.organizationId, userId: person.userId }
      return { ...told, fitting: await findFitting(database, asker, told.columns) }
    }),
  )
  app.route(
    carryOut(contract.preview, async ({ viewer, person, params, body }) => {
      const asker = { organizationId: viewer.organizationId, userId: person.userId }
      const row = await wholeUpload(needs, asker.organizationId, params.uploadId)
      const reading = await readingFor(needs, asker, row, body)
      const cdrs = await cdrUploads(needs, asker.organizationId, reading)
      const besides = cdrs.map(({ file }) => spool.pathOf(file))
      return previewFile(spool.pathOf(row.file), { reading, besides, now: clock() })
    }),
  )
  app.route(
    answer(contract.readers, async () => ({
      items: [
        ...allAdapters.map(({ name, title, needsTimeZone }) => ({
          ...{ kind: 'adapter' as const, name, title: title ?? name },
          needsTimeZone: needsTimeZone ? null : false,
        })),
        ...allPresets.map(({ name, title, needsTimeZone }) => ({
          ...{ kind: 'preset' as const, name, title, needsTimeZone },
        })),
      ],
    })),
  )
}

async function knownUpload(
  { database }: ReadingNeeds,
  organizationId: number,
  id: number,
): Promise<UploadRow> {
  const row = await findUpload(database, organizationId, id)
  if (row) return row
  throw unknown()
}

const unknown = () => new Refused('upload_unknown', 'There is no such file here.')
const noRoom = (message: string) => new Refused('uploads_full', message)

const tellUpload = ({ file: _file, touchedAt, createdAt, ...row }: UploadRow): Upload => ({
  ...row,
  createdAt: createdAt.toISOString(),
  expiresAt: new Date(touchedAt.getTime() + uploadHoursLimit * 3_600_000).toISOString(),
})
