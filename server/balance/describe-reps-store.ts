import { type Reading } from '../database/connect.ts'
import { judgedLegs } from './day-leg-store.ts'
import { repDays } from './day-tables.ts'
import { classCounts, told } from './describe-days-store.ts'
import { eachList } from './span-store.ts'
import { listed } from '../database/sql-parts.ts'
import { type Description } from './standing-store.ts'

type Asked = {
  version: number
  from: string
  to: string
  repIds: readonly number[]
  watermark: Date | null
}

/**
 * What is said of time beside standings over any days: from the sums of days where all of them
 * are described under the version, as those of the last 13 weeks are; else from the facts.
 */
export const describeReps = async (
  sql: Reading,
  organizationId: number,
  asked: Asked,
): Promise<Description[]> =>
  (await areDescribed(sql, organizationId, asked))
    ? sumDescriptions(sql, organizationId, asked)
    : describeFromFacts(sql, organizationId, asked)

const whose = (sql: Reading, organizationId: number, { from, to, repIds }: Asked) => sql`
  from rep_day where organization_id = ${organizationId}
    and day >= ${from}::date and day <= ${to}::date and rep_id = any(${[...repIds]}::int[])`

async function areDescribed(sql: Reading, organizationId: number, asked: Asked) {
  const others = await sql`
    select ${whose(sql, organizationId, asked)} and version is distinct from ${asked.version} limit 1`
  return others.length === 0
}

const sumDescriptions = (
  sql: Reading,
  organizationId: number,
  asked: Asked,
): Promise<Description[]> => sql<Description[]>`
  select rep_id as "repId", sum(timed)::int as timed, sum(residual_sum)::float8 as "residualSum",
    sum(residual_square_sum)::float8 as "residualSquareSum",
    ${listed(
      sql,
      eachList(sql, repDays, (name, place) => sql`sum(${sql(name)}[${place}::int])`),
    )} as classes
  ${whose(sql, organizationId, asked)} group by rep_id`

async function describeFromFacts(
  sql: Reading,
  organizationId: number,
  asked: Asked,
): Promise<Description[]> {
  const [organization] = await sql<{ windowSeconds: number }[]>`
    select window_seconds as "windowSeconds" from organization where id = ${organizationId}`
  if (!organization) return []
  const { windowSeconds } = organization
  const legs = judgedLegs(sql, {
    ...{ organizationId, from: asked.from, to: asked.to, windowSeconds },
    ...{ watermark: asked.watermark, withLater: false },
  })
  return sql<Description[]>`
    select rep_id as "repId", count(u)::int as timed,
      coalesce(sum(u), 0)::float8 as "residualSum",
      coalesce(sum((u / 1000000) * (u / 1000000)), 0)::float8 as "residualSquareSum",
      array[${classCounts(sql)}]::int[] as classes
    from (${told(sql, sql`(${legs})`, { organizationId, version: asked.version })}) each_leg
    where rep_id = any(${[...asked.repIds]}::int[])
    group by rep_id`
}
