import { type Recognition } from '../../shared/intake/recognition.ts'
import { type FieldProblem, Refused } from '../http/refused.ts'
import { asteriskCdr } from './adapters/asterisk-cdr.ts'
import { type ReadingNeeds, wholeUpload } from './reading-for.ts'
import { type Reading } from './reading.ts'
import { recognizeFile } from './recognition/recognize-file.ts'
import { type UploadRow } from './upload-store.ts'

/**
 * The uploads with CDRs beside which a queue_log is read.
 *
 * @param log how it is read
 * @throws Refused where one isn't there as a whole, is no file of CDRs, or has times of no zone
 */
export async function cdrUploads(
  needs: ReadingNeeds,
  organizationId: number,
  log: Reading,
): Promise<UploadRow[]> {
  const rows: UploadRow[] = []
  for (const id of log.beside ?? []) {
    const row = await wholeUpload(needs, organizationId, id)
    const recognition = await recognizeFile(needs.spool.pathOf(row.file), null)
    const problem = cdrProblem(row.name, recognition, log)
    if (problem) throw new Refused('reading_unclear', problem.message, [problem])
    rows.push(row)
  }
  return rows
}

/** Why a file can't stand beside a log as its CDRs; null where it can. */
export function cdrProblem(
  name: string,
  recognition: Recognition,
  { timeZone }: Reading,
): FieldProblem | null {
  if (recognition.kind !== 'adapter' || recognition.name !== asteriskCdr.name) {
    const message = `${name} holds no CDRs in a layout of Asterisk's; take Master.csv of cdr-csv or cdr-custom.`
    return { field: 'cdrs', message }
  }
  if (!recognition.needsTimeZone || timeZone !== null) return null
  const message = `The times in ${name} name no zone, and no uniqueids beside them tell it. Say in which zone they are, such as Europe/Berlin.`
  return { field: 'timeZone', message }
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
