import { partBytesLimit } from '../../shared/intake/upload.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { PartTooLarge, type Spool } from './spool.ts'
import { noteReceived, type UploadRow } from './upload-store.ts'

type Part = {
  organizationId: number
  row: UploadRow
  from: number
  bytes: AsyncIterable<Uint8Array>
}

/** Uploads of which a part is just being written: two at once would write into each other. */
const beingWritten = new Set<string>()

/**
 * Writes a part of an upload to the disk and then counts it, so that one that breaks off is sent
 * again from its beginning.
 *
 * @throws Refused where the file goes on at another place, or the part is too large
 */
export async function receivePart(
  needs: { database: Database; spool: Spool; clock: () => number },
  { organizationId, row, from, bytes }: Part,
): Promise<void> {
  const { database, spool, clock } = needs
  if (from !== row.received || beingWritten.has(row.file)) throw outOfPlace(row)
  beingWritten.add(row.file)
  try {
    const most = Math.min(partBytesLimit, row.bytes - from)
    const written = await spool.write(row.file, { from, most, bytes })
    const received = from + written
    const isNoted = await noteReceived(database, organizationId, row.id, {
      ...{ from, received, now: clock() },
    })
    if (!isNoted) throw outOfPlace(row)
  } catch (error) {
    if (error instanceof PartTooLarge) throw tooLarge(row, from)
    throw error
  } finally {
    beingWritten.delete(row.file)
  }
}

const outOfPlace = ({ received }: UploadRow) =>
  new Refused('part_out_of_place', `The file goes on at byte ${received}.`)

const tooLarge = ({ bytes }: UploadRow, from: number) =>
  new Refused(
    'body_too_large',
    `A part has at most ${partBytesLimit} bytes, and the file ${bytes - from} more.`,
  )
