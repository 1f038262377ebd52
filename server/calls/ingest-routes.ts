import { type FastifyInstance } from 'fastify'
import * as calls from '../../shared/calls/contract.ts'
import { carryOut } from '../http/carry-out.ts'
import { type CustomerHasher, customerHasher } from './customer-key.ts'
import { prepareBatch } from './ingest-calls.ts'
import { type Ingest, type NoteBatch } from './ingest-lane.ts'
import { splitRecords } from './split-records.ts'

type Needs = { ingest: Ingest; note: NoteBatch; secret: string; clock: () => number }

/** POST /api/calls, whose body is read as a stream by our own splitter. */
export async function ingestRoutes(app: FastifyInstance, needs: Needs): Promise<void> {
  const { ingest, note, secret, clock } = needs
  const hasherOf = openHashers(secret)
  await app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', (_request, body, done) => {
      done(null, body)
    })
    door.route({
      ...carryOut(calls.ingest, async ({ body, viewer }) => {
        const sent = await splitRecords(body as AsyncIterable<Buffer>)
        const batch = prepareBatch(sent, hasherOf(viewer.organizationId), secret, clock())
        return ingest(viewer.organizationId, batch, note)
      }),
      bodyLimit: calls.requestBytesLimit,
    })
  })
}

/** Deriving an organization's key takes a moment; it never changes. */
function openHashers(secret: string): (organizationId: number) => CustomerHasher {
  const hashers = new Map<number, CustomerHasher>()
  return (organizationId) => {
    const known = hashers.get(organizationId) ?? customerHasher(secret, organizationId)
    hashers.set(organizationId, known)
    return known
  }
}
