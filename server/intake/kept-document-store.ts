import { type Database } from '../database/connect.ts'
import { type KeepDocuments } from './rejoin.ts'
import { type KeptDocument } from './row-outcome.ts'
import { type Seal } from './seal.ts'

/**
 * How long documents wait for others of their call. Contacts of one call end within hours of each
 * other; what comes later than this is a call made of fewer, and never put in the place of one
 * made of more.
 */
const keptDays = 35
const day = 86_400_000
/** Rows that one delivery clears away at most. */
const clearedAtOnce = 1_000

type Row = { call: string; part: string; version: number; text: Buffer }

/** Keeps documents of one source in the database, each in its newest state. */
export function openKeptDocuments(
  database: Database,
  seal: Seal,
  given: { organizationId: number; source: string; clock: () => number },
): KeepDocuments {
  const { organizationId, source, clock } = given
  const about = (call: string, part: string): string =>
    JSON.stringify(['kept document', organizationId, source, call, part])
  return async (documents) => {
    const now = clock()
    const newest = newestOf(documents)
    const texts = newest.map(({ call, part, text }) =>
      seal.close(text, about(call, part)).toString('hex'),
    )
    const calls = [...new Set(newest.map(({ call }) => call))]
    await database.writing`
      insert into kept_document
        (organization_id, source, call, part, version, text, received_at)
      select ${organizationId}::int, ${source}, d.call, d.part, d.version, decode(d.text, 'hex'),
        ${new Date(now)}
      from unnest(${newest.map(({ call }) => call)}::text[],
        ${newest.map(({ part }) => part)}::text[],
        ${newest.map(({ version }) => version)}::bigint[], ${texts}::text[])
        d(call, part, version, text)
      order by d.call, d.part
      on conflict (organization_id, source, call, part) do update set
        version = excluded.version, text = excluded.text, received_at = excluded.received_at
      where excluded.version > kept_document.version`
    const rows = await database.writing<Row[]>`
      select call, part, version::float8, text from kept_document
      where organization_id = ${organizationId} and source = ${source}
        and call = any(${calls}::text[])
      order by call, part`
    await database.writing`
      delete from kept_document where ctid = any(array(
        select ctid from kept_document
        where organization_id = ${organizationId}
          and received_at < ${new Date(now - keptDays * day)}
        limit ${clearedAtOnce}))`
    return rows.flatMap(({ call, part, version, text: sealed }): KeptDocument[] => {
      const text = seal.open(sealed, about(call, part))
      return text === null ? [] : [{ call, part, version, text }]
    })
  }
}

/** One statement writes each row once. */
function newestOf(documents: readonly KeptDocument[]): KeptDocument[] {
  const newest = new Map<string, KeptDocument>()
  for (const document of documents) {
    const key = JSON.stringify([document.call, document.part])
    const before = newest.get(key)
    if (!before || document.version > before.version) newest.set(key, document)
  }
  return [...newest.values()]
}
