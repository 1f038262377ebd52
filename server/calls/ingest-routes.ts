import { type FastifyInstance } from 'fastify'
import * as calls from '../../shared/calls/contract.ts'
import { carryOut } from '../http/carry-out.ts'
import { takeRawBodies } from '../http/raw-body.ts'
import { splitRecords } from '../http/split-records.ts'
import { type NoteRequests } from './ingest-lane.ts'
import { type TakeRecords } from './take-records.ts'

const limits = { records: calls.recordsPerRequestLimit, bytes: calls.requestBytesLimit }

type Needs = { take: TakeRecords; note: NoteRequests }

/** POST /api/calls, whose body is read as a stream by our own splitter. */
export async function ingestRoutes(app: FastifyInstance, { take, note }: Needs): Promise<void> {
  await app.register(async (door) => {
    takeRawBodies(door)
    door.route({
      ...carryOut(calls.ingest, async ({ body, viewer }) => {
        const sent = await splitRecords(body as AsyncIterable<Buffer>, limits)
        return take(viewer.organizationId, sent, note)
      }),
      bodyLimit: calls.requestBytesLimit,
    })
  })
}
