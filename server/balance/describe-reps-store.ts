import { type Reading } from '../database/connect.ts'
import { judgedLegs } from './day-leg-store.ts'
import { classCounts, told } from './describe-days-store.ts'
import { type Description } from './standing-store.ts'

/** What is said beside standings over any days, from the facts; nothing of it is kept. */
export async function describeReps(
  sql: Reading,
  organizationId: number,
  asked: {
    version: number
    from: string
    to: string
    repIds: readonly number[]
    watermark: Date | null
  },
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
    select t.*, coalesce(l.saved, 0) as "savedSeconds",
      coalesce(l.variance, 0) as "savedSecondsVariance"
    from (
      select rep_id as "repId", count(u)::int as timed,
        coalesce(sum(u), 0)::float8 as "residualSum",
        coalesce(sum((u / 1000000) * (u / 1000000)), 0)::float8 as "residualSquareSum",
        array[${classCounts(sql)}]::int[] as classes
      from (${told(sql, sql`(${legs})`, { organizationId, version: asked.version })}) each_leg
      where rep_id = any(${[...asked.repIds]}::int[])
      group by rep_id
    ) t
    left join (
      select d.rep_id,
        sum(b.downstream_seconds * (d.resolved - d.counted * b.resolution)) as saved,
        sum(b.downstream_seconds ^ 2 * b.resolution * (1 - b.resolution) * d.counted) as variance
      from balance_day d
      join reference_band b on b.organization_id = d.organization_id
        and b.version = ${asked.version} and b.cell_id = d.cell_id and b.rep_id = d.rep_id
      where d.organization_id = ${organizationId} and d.rep_id = any(${[...asked.repIds]}::int[])
        and d.day >= ${asked.from}::date and d.day <= ${asked.to}::date and d.counted > 0
        and b.resolution is not null and b.downstream_seconds is not null
      group by d.rep_id
    ) l on l.rep_id = t."repId"`
}
