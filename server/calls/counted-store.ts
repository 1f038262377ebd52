import { type Counting } from '../../shared/calls/countings.ts'
import { type Reading } from '../database/connect.ts'

/** The bounds of METHOD 4.1 and 7, as the sums of days have them. */
const briefSecondsLimit = 30
const hourInterval = '1 hour'
const besideWindow = '2 days'

const outcomeKnown = (sql: Reading) => sql`is_counted and is_mature`
const dayKnown = (sql: Reading) =>
  sql`is_counted and is_linkable and is_day_over and not is_handed_on`
const isTimed = (sql: Reading) => sql`handle_seconds is not null and not is_suspect`

/** Chains are chosen by their calls, before these columns are there (chain-members-store.ts). */
const anything = (sql: Reading) => sql`true`

/**
 * Legs that a number counts, by the columns of `legsInContext`. The sums of days say the same once
 * more; test/balance holds the two together, number by number.
 */
const predicates = {
  window_over: (sql) => sql`is_window_over`,
  outcome_known: outcomeKnown,
  day_known: dayKnown,
  known_or_open: (sql) => sql`is_counted and is_linkable and started_at <= watermark`,
  watched_for_returns: (sql) =>
    sql`is_counted and is_linkable and not is_handed_on and started_at <= watermark`,
  time_compared: (sql) => sql`is_mature and ${isTimed(sql)}
    and mean_log is not null and band_queue_calls >= 30`,
  time_recorded: (sql) => sql`${outcomeKnown(sql)} and ${isTimed(sql)}`,
  time_recorded_or_open: (sql) => sql`is_counted and is_linkable and ${isTimed(sql)}`,
  back_within_hour: (sql) => sql`${dayKnown(sql)} and next_any < ${hourInterval}::interval`,
  ended_by_rep: (sql) =>
    sql`is_counted and handle_seconds <= ${briefSecondsLimit}::int and ended_by = 'rep'`,
  back_after_window: (sql) => sql`is_counted and is_linkable and not is_handed_on
    and known_from + ${besideWindow}::interval <= watermark
    and next_same_issue >= wait and next_same_issue < wait + ${besideWindow}::interval`,
  solved_then_back: (sql) => sql`${outcomeKnown(sql)} and not is_handed_on and is_repeat
    and rep_claim = 'resolved'`,
  coded: (sql) => sql`is_counted and issue is not null and code is not null`,
  long_with_parts: (sql) => sql`is_mature and class = 'extra_mile'
    and (is_repeat is not true or position >= 3)
    and (hold_seconds is not null or wrap_seconds is not null)`,
  resolved_and_surveyed: (sql) => sql`${outcomeKnown(sql)} and not is_handed_on
    and is_repeat is not true and has_survey`,
  closed_chain: anything,
  open_chain: anything,
} as const satisfies Record<Counting, (sql: Reading) => unknown>

/** Narrows `legsInContext` to the legs a number counts. */
export const countedBy = (sql: Reading, counting: Counting) => sql`and ${predicates[counting](sql)}`
