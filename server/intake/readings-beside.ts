import { type ReadingOrder } from '../../shared/intake/reading-order.ts'
import { Refused } from '../http/refused.ts'
import { asteriskCdr } from './adapters/asterisk-cdr.ts'
import { type ReadingNeeds, wholeUpload } from './reading-for.ts'
import { type Reading } from './reading.ts'
import { recognizeFile } from './recognition/recognize-file.ts'
import { type UploadRow } from './upload-store.ts'

/**
 * The uploads with CDRs beside which an order wants a queue_log read.
 *
 * @throws Refused where one isn't there as a whole, or is no file of CDRs
 */
export async function cdrUploads(
  needs: ReadingNeeds,
  organizationId: number,
  { cdrs = [] }: ReadingOrder,
): Promise<UploadRow[]> {
  const rows: UploadRow[] = []
  for (const id of cdrs) {
    const row = await wholeUpload(needs, organizationId, id)
    const { kind, name } = await recognizeFile(needs.spool.pathOf(row.file), null)
    if (kind !== 'adapter' || name !== asteriskCdr.name) {
      const message = `${row.name} holds no CDRs in a layout of Asterisk's; take Master.csv of cdr-csv or cdr-custom.`
      throw new Refused('reading_unclear', message, [{ field: 'cdrs', message }])
    }
    rows.push(row)
  }
  return rows
}

/**
 * How CDRs are read that stand beside queue_logs: for the calls without a queue, under the same
 * source, so that no call is known by two.
 *
 * @param log how the logs are read
 * @param beside uploads of the logs; left out: they lie where a command line reads them
 */
export const cdrReadingBeside = (log: Reading, beside?: readonly number[]): Reading => ({
  ...log,
  ...{ adapter: asteriskCdr.name, reader: asteriskCdr.name, encoding: null, sheet: null },
  beside: beside ?? [],
})
