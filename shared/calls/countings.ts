import { Type } from 'typebox'

/**
 * Which calls a number counts: with it a list shows exactly the calls behind the number. The
 * words stand in docs/glossary.md, the numbers in docs/balance.md.
 */
export const countings = [
  'window_over',
  'outcome_known',
  'day_known',
  'known_or_open',
  'watched_for_returns',
  'time_compared',
  'time_recorded',
  'time_recorded_or_open',
  'back_within_hour',
  'ended_by_rep',
  'back_after_window',
  'solved_then_back',
  'coded',
  'long_with_parts',
  'resolved_and_surveyed',
  'closed_chain',
  'open_chain',
] as const
export type Counting = (typeof countings)[number]

export const CountingWord = Type.Enum([...countings])
