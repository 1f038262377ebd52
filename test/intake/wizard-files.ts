import { type ReadingOrder } from '../../shared/intake/reading-order.ts'
import * as intake from '../../shared/intake/contract.ts'
import { type ImportRun } from '../../shared/intake/import-run.ts'
import { type Caller } from '../world/caller.ts'
import { type World } from '../world/open-world.ts'
import { sendFile } from './send-file.ts'

/** A mapping of a small export; its times are local and name no zone. */
export const localMapping = {
  language: 1,
  name: 'small export',
  source: 'as the mapping says',
  file: { delimiter: ';' },
  ignore: [{ rule: 'test calls', when: [{ column: 'kind', is: ['test'] }] }],
  call: {
    externalId: { column: 'id' },
    startedAt: { column: 'at', formats: ['D.M.YYYY H:mm:ss'] },
    direction: { constant: 'inbound' },
    queue: { constant: 'support' },
    issue: { constant: 'internet' },
    customer: { column: 'from' },
  },
  leg: { rep: { column: 'rep' }, talkSeconds: { column: 'talk', formats: ['seconds'] } },
}

const header = 'id;at;from;rep;talk;kind'

/** Rows of which every tenth is ignored and every 25th refused; the others are calls. */
export function fileOfRows(count: number, prefix = 'c'): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const kind = n % 10 === 9 ? 'test' : 'call'
    const talk = n % 25 === 3 ? 'long' : String(60 + (n % 100))
    return `${prefix}${n};1.2.2026 ${n % 24}:00:00;030 ${901_000 + n};Kim;${talk};${kind}`
  })
  return [header, ...lines, ''].join('\n')
}

/** What becomes of so many such rows. */
export const countsOf = (rows: number) => {
  const at = (place: (n: number) => boolean) =>
    Array.from({ length: rows }, (_, n) => n).filter(place).length
  const ignored = at((n) => n % 10 === 9)
  const refused = at((n) => n % 25 === 3 && n % 10 !== 9)
  return { read: rows, ignored, refused, accepted: rows - ignored - refused }
}

export const orderOf = (source: string, extra: Partial<ReadingOrder> = {}): ReadingOrder => ({
  ...{ by: 'mapping', mapping: localMapping, source, timeZone: 'Europe/Berlin', country: 'DE' },
  ...extra,
})

/** Sends a file and puts its import in the queue. */
export async function start(
  admin: Caller,
  file: string,
  reading: ReadingOrder,
  isDryRun = false,
): Promise<number> {
  const uploadIds = [await sendFile(admin, 'calls.csv', file)]
  const body = { uploadIds, reading, isDryRun }
  return (await admin.tell(intake.startImports, { body })).importIds[0]!
}

export const runOf = (admin: Caller, importId: number): Promise<ImportRun> =>
  admin.ask(intake.oneImport, { params: { importId } })

export const give = (admin: Caller, importId: number, order: 'pause' | 'resume' | 'cancel') =>
  admin.tell(intake.orderImport, { params: { importId }, body: { order } })

/** How many calls of a source are stored. */
export async function storedCalls({ database }: World, organizationId: number, source: string) {
  const [row] = await database.reading<{ calls: number }[]>`
    select count(*)::int as calls from call c join feed f
      on f.organization_id = c.organization_id and f.id = c.feed_id
    where c.organization_id = ${organizationId} and f.source = ${source}`
  return row?.calls ?? 0
}

/** Lines that were kept of what an import refused. */
export async function keptLines({ database }: World, organizationId: number, importId: number) {
  const rows = await database.reading<{ line: number }[]>`
    select line::int from refused_line
    where organization_id = ${organizationId} and import_id = ${importId} order by id`
  return rows.map(({ line }) => line)
}
