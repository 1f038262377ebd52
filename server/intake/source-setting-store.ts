import { type Database } from '../database/connect.ts'
import { type Reading } from './reading.ts'

export type SourceSettingRow = {
  source: string
  reader: string | null
  timeZone: string | null
  country: string | null
  names: Record<string, string>
  updatedAt: Date
}

const columns = (sql: Database['reading']) => sql`
  source, reader, time_zone as "timeZone", country, names, updated_at as "updatedAt"`

/** In order of their names. */
export const findSourceSettings = (
  database: Database,
  organizationId: number,
  asked: { after: string; limit: number },
): Promise<SourceSettingRow[]> => {
  const sql = database.reading
  return sql<SourceSettingRow[]>`
    select ${columns(sql)} from source_setting
    where organization_id = ${organizationId} and source > ${asked.after}
    order by source limit ${asked.limit}`
}

/** Null where nothing was said of the source yet. */
export async function findSourceSetting(
  database: Database,
  organizationId: number,
  source: string,
): Promise<SourceSettingRow | null> {
  const sql = database.reading
  const [row] = await sql<SourceSettingRow[]>`
    select ${columns(sql)} from source_setting
    where organization_id = ${organizationId} and source = ${source}`
  return row ?? null
}

/** Remembers what was said; what was not said this time stays. */
export async function keepSourceSetting(
  database: Database,
  organizationId: number,
  { source, reader, timeZone, country, names }: Reading,
  now: number,
): Promise<void> {
  const sql = database.writing
  await sql`
    insert into source_setting
      (organization_id, source, reader, time_zone, country, names, updated_at)
    values (${organizationId}, ${source}, ${reader}, ${timeZone}, ${country}, ${sql.json(names)},
      ${new Date(now)})
    on conflict (organization_id, source) do update set
      reader = excluded.reader,
      time_zone = coalesce(excluded.time_zone, source_setting.time_zone),
      country = coalesce(excluded.country, source_setting.country),
      names = source_setting.names || excluded.names,
      updated_at = excluded.updated_at`
}
