import { type ReadingOrder } from '../../shared/intake/reading-order.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { findMapping } from './mapping-store.ts'
import { type Reading } from './reading.ts'
import { recognizeFile } from './recognition/recognize-file.ts'
import { settleReading } from './settle-reading.ts'
import { findSourceSetting } from './source-setting-store.ts'
import { type Spool } from './spool.ts'
import { findUpload, type UploadRow } from './upload-store.ts'

export type ReadingNeeds = { database: Database; spool: Spool; clock: () => number }

/** Who asks: an organization's mappings are not all of them everybody's. */
export type Asker = { organizationId: number; userId: string }

/** @throws Refused where it isn't there, or not as a whole yet */
export async function wholeUpload(
  { database, spool }: ReadingNeeds,
  organizationId: number,
  id: number,
): Promise<UploadRow> {
  const row = await findUpload(database, organizationId, id)
  if (!row || !(await spool.has(row.file))) {
    throw new Refused('upload_unknown', 'There is no such file here.')
  }
  if (row.received === row.bytes) return row
  const message = `${row.received} of ${row.bytes} bytes are here; send the rest first.`
  throw new Refused('upload_incomplete', message)
}

/**
 * How an upload is to be read, with everything settled.
 *
 * @throws Refused with what is still unclear, field by field
 */
export async function readingFor(
  { database, spool }: ReadingNeeds,
  { organizationId, userId }: Asker,
  row: UploadRow,
  order: ReadingOrder,
): Promise<Reading> {
  const saved = await savedMapping(database, { organizationId, userId }, order)
  const { reading, problems } = settleReading(order, {
    ...{ saved, recognition: await recognizeFile(spool.pathOf(row.file), order.sheet ?? null) },
    remembered: await findSourceSetting(database, organizationId, order.source.trim()),
  })
  if (reading) return reading
  throw new Refused('reading_unclear', problems.map(({ message }) => message).join(' '), problems)
}

async function savedMapping(database: Database, asker: Asker, order: ReadingOrder) {
  if (order.by !== 'saved_mapping') return null
  const { organizationId, userId } = asker
  const found = await findMapping(database, organizationId, userId, order.mappingId ?? 0)
  if (found) return found.mapping
  throw new Refused('mapping_unknown', 'There is no such mapping, or it is not shared.')
}
