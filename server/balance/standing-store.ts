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

/** What the standings held of some reps were computed from. */
export const findInputs = (
  sql: Reader,
  organizationId: number,
  repIds: readonly number[],
): Promise<Pick<StandingRow, 'measure' | 'repId' | 'inputs'>[]> =>
  sql<Pick<StandingRow, 'measure' | 'repId' | 'inputs'>[]>`
    select measure, rep_id as "repId", inputs from standing
    where organization_id = ${organizationId} and rep_id = any(${[...repIds]}::int[])`

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

/** Notes whose sums of the evaluated weeks have changed with the rows left in `differing`. */
export async function noteDueReps(
  transaction: Transaction,
  { organizationId, evaluatedFrom }: { organizationId: number; evaluatedFrom: string | null },
): Promise<void> {
  if (evaluatedFrom === null) return
  await transaction`
    insert into standing_due
    select distinct ${organizationId}::int, rep_id from (
      select rep_id from differing where day >= ${evaluatedFrom}::date
      group by rep_id, cell_id
      having sum(sign * counted) <> 0 or sum(sign * resolved) <> 0
        or sum(sign * day_counted) <> 0 or sum(sign * day_stayed) <> 0
    ) moved
    on conflict do nothing`
}

/** Everybody's standing is to be looked at: the weeks have moved, or the version is new. */
export async function noteAllDue(transaction: Transaction, organizationId: number): Promise<void> {
  await transaction`
    insert into standing_due
    select ${organizationId}::int, rep_id from span_cell where organization_id = ${organizationId}
    union select ${organizationId}::int, rep_id from standing
    where organization_id = ${organizationId}
    on conflict do nothing`
}

export async function findDueReps(sql: Reader, organizationId: number): Promise<number[]> {
  const rows = await sql<{ repId: number }[]>`
    select rep_id as "repId" from standing_due where organization_id = ${organizationId}
    order by rep_id`
  return rows.map(({ repId }) => repId)
}

export const hasDueReps = async (sql: Reader, organizationId: number): Promise<boolean> =>
  (await findDueReps(sql, organizationId)).length > 0

export async function clearDueReps(
  transaction: Transaction,
  organizationId: number,
  repIds: readonly number[],
): Promise<void> {
  await transaction`
    delete from standing_due
    where organization_id = ${organizationId} and rep_id = any(${[...repIds]}::int[])`
}

/** What a rep's outcomes saved or cost (METHOD 5): it explains; no standing reads it. */
export type LedgerRow = { repId: number; savedSeconds: number; standardErrorSeconds: number }

/** Replaces the ledgers of some reps; who has none any more is left out. */
export async function replaceLedgers(
  transaction: Transaction,
  organizationId: number,
  repIds: readonly number[],
  rows: readonly LedgerRow[],
): Promise<void> {
  await transaction`
    delete from rep_ledger
    where organization_id = ${organizationId} and rep_id = any(${[...repIds]}::int[])`
  await transaction`
    insert into rep_ledger (organization_id, rep_id, saved_seconds, standard_error_seconds)
    select ${organizationId}::int, u.* from unnest(
      ${rows.map(({ repId }) => repId)}::int[],
      ${rows.map(({ savedSeconds }) => savedSeconds)}::float8[],
      ${rows.map(({ standardErrorSeconds }) => standardErrorSeconds)}::float8[]) u`
}

/** What is said beside a standing of time; residuals in units of 1e-12 nats. */
export type Description = {
  repId: number
  timed: number
  residualSum: number
  residualSquareSum: number
  classes: number[]
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
  select d.rep_id as "repId", d.timed::int, d.residual_sum::float8 as "residualSum",
    d.residual_square_sum::float8 as "residualSquareSum", d.classes
  from rep_description d
  where d.organization_id = ${organizationId} and d.rep_id = any(${[...repIds]}::int[])`

export const findLedgers = (
  sql: Reading,
  organizationId: number,
  repIds: readonly number[],
): Promise<LedgerRow[]> => sql<LedgerRow[]>`
  select rep_id as "repId", saved_seconds as "savedSeconds",
    standard_error_seconds as "standardErrorSeconds"
  from rep_ledger
  where organization_id = ${organizationId} and rep_id = any(${[...repIds]}::int[])`
