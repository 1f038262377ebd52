/** A table of sums by day, and the table that holds what its evaluated weeks add up to. */
export type DayTable = {
  name: string
  span: string
  /** What a row is of, besides organization and day. */
  keys: readonly string[]
  /** What a row holds besides that. */
  values: readonly string[]
  /** What a row of the span is of, besides the organization, and which whole numbers it adds up. */
  spanKeys: readonly string[]
  sums: readonly string[]
  /** Lists of fixed length that are added up place by place. */
  lists?: Readonly<Record<string, number>>
  /** Lists of a day's row that become rows of the span, one for each place. */
  unfolded?: readonly string[]
}

const byRepAndCell = ['rep_id', 'cell_id'] as const

const outcomes = ['counted', 'resolved', 'day_counted', 'day_stayed'] as const
const habits = [
  ...['inbound', 'not_linkable', 'counted', 'handed_on', 'hour_counted', 'hour_back', 'declared'],
  ...['declared_back', 'brief', 'brief_ended_by_rep', 'back_before_window', 'back_after_window'],
  ...['stayed_with', 'resolved', 'resolved_surveyed', 'not_resolved', 'not_resolved_surveyed'],
]
const chains = ['closed', 'open', 'contacts', 'seconds_sum', 'seconds_square_sum'] as const
const secondsBy = ['resolved', 'not_resolved', 'handed_on', 'open'] as const
const residuals = ['timed', 'residual_sum', 'residual_square_sum'] as const
const classesCount = 10

const simple = (name: string, span: string, keys: readonly string[], sums: readonly string[]) => ({
  ...{ name, span, keys, values: sums, spanKeys: keys, sums },
})

export const balanceDays: DayTable = {
  ...{ name: 'balance_day', span: 'span_cell', keys: byRepAndCell, spanKeys: byRepAndCell },
  values: [
    ...['legs', 'timed', 'micro_log_sum', 'micro_log_square_sum', 'bins', ...outcomes],
    ...['aged', 'aged_not_resolved', 'downstream_sum', 'downstream_square_sum'],
  ],
  sums: outcomes,
}
export const habitDays: DayTable = simple('habit_day', 'span_habit', byRepAndCell, habits)
export const returnDays: DayTable = simple(
  'return_day',
  'span_return',
  [...byRepAndCell, 'after_days'],
  ['returns'],
)
export const codeDays: DayTable = simple(
  'code_day',
  'span_code',
  [...byRepAndCell, 'code'],
  ['legs'],
)
export const chainDays: DayTable = simple('chain_day', 'span_chain', byRepAndCell, chains)
export const secondsDays: DayTable = {
  ...{ name: 'seconds_day', span: 'span_seconds', keys: ['cell_id'] },
  values: ['seconds', ...secondsBy],
  ...{ spanKeys: ['cell_id', 'seconds'], sums: secondsBy, unfolded: ['seconds', ...secondsBy] },
}
export const repDays: DayTable = {
  ...{ name: 'rep_day', span: 'rep_description', keys: ['rep_id'], spanKeys: ['rep_id'] },
  values: [...residuals, 'classes', 'counted', 'resolved', 'expected_sum', 'version'],
  ...{ sums: residuals, lists: { classes: classesCount } },
}

/** Every table whose evaluated weeks are kept added up. */
export const dayTables: readonly DayTable[] = [
  ...[balanceDays, habitDays, returnDays, codeDays, chainDays, secondsDays, repDays],
]
