import { type Measure } from '../../shared/balance/words.ts'
import { type StandingLabel } from '../../shared/balance/standing-label.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Database, type Reading, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** What a standing says of a rep; nothing in it comes from a duration. */
export type Figures = {
  mature: number
  resolved: number
  expected: number
  effect: { median: number; low: number; high: number }
  pAbove: number
  pBelow: number
  reliability: number
  label: StandingLabel
  moreNeeded: number | null
  standardizedRate: { value: number; low: number; high: number } | null
  funnel: { excessPerHundred: number; within95: number; within998: number } | null
}

export type StandingRow = { measure: Measure; repId: number; inputs: string; figures: Figures }

/** What every standing held was computed from. */
export const findInputs = (
  sql: Reader,
  organizationId: number,
): Promise<Pick<StandingRow, 'measure' | 'repId' | 'inputs'>[]> =>
  sql<Pick<StandingRow, 'measure' | 'repId' | 'inputs'>[]>`
    select measure, rep_id as "repId", inputs from standing
    where organization_id = ${organizationId}`

export async function keepStandings(
  transaction: Transaction,
  organizationId: number,
  rows: readonly StandingRow[],
): Promise<void> {
  if (rows.length === 0) return
  await transaction`
    insert into standing (organization_id, measure, rep_id, inputs, figures)
    select ${organizationId}, r.measure, r.rep_id, r.inputs, r.figures::jsonb
    from unnest(
      ${rows.map((row) => row.measure)}::text[], ${rows.map((row) => row.repId)}::int[],
      ${rows.map((row) => row.inputs)}::text[],
      ${rows.map((row) => JSON.stringify(row.figures))}::text[]
    ) r(measure, rep_id, inputs, figures)
    on conflict (organization_id, measure, rep_id) do update set
      inputs = excluded.inputs, figures = excluded.figures`
}

/** Takes away standings of reps who have no mature leg in the evaluated weeks any more. */
export async function dropStandings(
  transaction: Transaction,
  organizationId: number,
  gone: readonly { measure: Measure; repId: number }[],
): Promise<void> {
  if (gone.length === 0) return
  await transaction`
    delete from standing s
    using unnest(
      ${gone.map(({ measure }) => measure)}::text[], ${gone.map(({ repId }) => repId)}::int[]
    ) g(measure, rep_id)
    where s.organization_id = ${organizationId} and s.measure = g.measure and s.rep_id = g.rep_id`
}

/**
 * Replaces what is said beside standings: time, classes, and what was saved at standard cost
 * (METHOD 5). Explanations; no standing reads them.
 */
export async function replaceDescriptions(
  transaction: Transaction,
  organizationId: number,
  given: { version: number; fromDay: string },
): Promise<void> {
  await transaction`delete from rep_description where organization_id = ${organizationId}`
  await transaction`
    insert into rep_description
    select ${organizationId}, d.rep_id, d.timed, d.residual_sum, d.residual_square_sum, d.classes,
      coalesce(l.saved, 0), coalesce(l.variance, 0)
    from (
      select rep_id, sum(timed) as timed, sum(residual_sum) as residual_sum,
        sum(residual_square_sum) as residual_square_sum, array[
          ${classSums(transaction)}
        ]::int[] as classes
      from rep_day where organization_id = ${organizationId} and day >= ${given.fromDay}::date
      group by rep_id
    ) d
    left join (${savedByRep(transaction, organizationId, given.version)}) l on l.rep_id = d.rep_id`
}

const classPlaces = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

const classSums = (sql: Transaction) =>
  classPlaces
    .map((place) => sql`sum(classes[${place}::int])`)
    .reduce((all, each) => sql`${all}, ${each}`)

const savedByRep = (sql: Transaction, organizationId: number, version: number) => sql`
  select s.rep_id,
    sum(b.downstream_seconds * (s.resolved - s.counted * b.resolution) order by s.cell_id) as saved,
    sum(b.downstream_seconds ^ 2 * b.resolution * (1 - b.resolution) * s.counted
      order by s.cell_id) as variance
  from span_cell s
  join reference_band b on b.organization_id = s.organization_id and b.version = ${version}
    and b.cell_id = s.cell_id and b.rep_id = s.rep_id
  where s.organization_id = ${organizationId} and s.counted > 0
    and b.resolution is not null and b.downstream_seconds is not null
  group by s.rep_id`

/** What is said beside a standing; residuals in units of 1e-12 nats. */
export type Description = {
  repId: number
  timed: number
  residualSum: number
  residualSquareSum: number
  classes: number[]
  savedSeconds: number
  savedSecondsVariance: number
}

export type SeenRep = {
  repId: number
  name: string
  teamId: number | null
  teamName: string | null
}

/** Reps a viewer may see, by name; a rep nobody confirmed stands under what the phone calls them. */
export const findSeenReps = (
  sql: Reading,
  sight: Sight,
  asked: { team?: number; limit: number },
): Promise<SeenRep[]> => sql<SeenRep[]>`
  select r.id as "repId", r.name, r.team_id as "teamId", t.name as "teamName"
  from rep r
  left join team t on t.organization_id = r.organization_id and t.id = r.team_id
  where r.organization_id = ${sight.organizationId}
    ${seenReps(sql, sight)}
    ${asked.team === undefined ? sql`` : sql`and r.team_id = ${asked.team}`}
  order by lower(r.name), r.id limit ${asked.limit}`

/** Narrows rows of `rep r` to those a viewer may see. */
export function seenReps(sql: Reading, sight: Sight) {
  switch (sight.reps) {
    case 'all':
      return sql``
    case 'of_teams':
      return sql`and r.team_id = any(${[...sight.teamIds]}::int[])`
    case 'one':
      return sql`and r.id = ${sight.repId}`
    case 'none':
      return sql`and false`
  }
}

export const findStandings = (
  sql: Reading,
  organizationId: number,
  repIds: readonly number[],
): Promise<Omit<StandingRow, 'inputs'>[]> => sql<Omit<StandingRow, 'inputs'>[]>`
  select measure, rep_id as "repId", figures from standing
  where organization_id = ${organizationId} and rep_id = any(${[...repIds]}::int[])`

export const findDescriptions = (
  sql: Reading,
  organizationId: number,
  repIds: readonly number[],
): Promise<Description[]> => sql<Description[]>`
  select rep_id as "repId", timed, residual_sum::float8 as "residualSum",
    residual_square_sum::float8 as "residualSquareSum", classes,
    saved_seconds as "savedSeconds", saved_seconds_variance as "savedSecondsVariance"
  from rep_description
  where organization_id = ${organizationId} and rep_id = any(${[...repIds]}::int[])`
