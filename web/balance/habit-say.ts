import { type RepHabits } from '../../shared/balance/contract.ts'
import { type StandingLabel } from '../../shared/balance/standing-label.ts'
import { type Habit } from '../../shared/balance/words.ts'
import { sayCount } from '../ui/say-count.ts'
import { sayExpected } from './sign-expected.ts'

export type HabitSeen = RepHabits['habits'][number]

/** What happened, to the rep first: METHOD 4.4 gives the wording. */
const sentences: Record<Habit, (of: number, count: number) => string> = {
  claims: (of, count) =>
    `Of ${sayCalls(of)} you marked solved, ${sayCustomers(count)} called again`,
  hand_ons: (of, count) =>
    `Of ${sayCalls(of)} of yours that are decided, you handed on ${sayCount(count)}`,
  back_within_hour: (of, count) =>
    `After ${sayCalls(of)} you saw through, ${sayCustomers(count)} called again within an hour`,
  unidentified_customers: (of, count) =>
    `Of ${sayCalls(of)} by customers, ${sayCount(count)} had no customer or issue to link them by`,
}

const sayCalls = (count: number) => `${sayCount(count)} ${count === 1 ? 'call' : 'calls'}`
const sayCustomers = (count: number) =>
  `${sayCount(count)} ${count === 1 ? 'customer' : 'customers'}`

export const habitTitles: Record<Habit, string> = {
  claims: 'Marked solved, and called again',
  hand_ons: 'Handed on',
  back_within_hour: 'Back within the hour',
  unidentified_customers: 'Calls nobody can link',
}

/** What may help, said only where something happens clearly more often than usual. */
export const habitHelp: Record<Habit, string> = {
  claims: 'A question at the end may tell: “What will you try first now?”',
  hand_ons: 'Is something missing to settle these yourself: knowledge, a tool, the authority?',
  back_within_hour: 'Look at a few of these together: what did the customer still need?',
  unidentified_customers:
    'If customers can be found in your system, linking them shows what you solved.',
}

/** "Of 70 calls you marked solved, 23 customers called again; for calls like these it is usually about 11." */
export function sayHabit({ habit, of, count, usually }: HabitSeen): string {
  if (of === 0) return 'No such call of yours yet.'
  const said = sentences[habit](of, count)
  return `${said}; for calls like these it is usually ${sayExpected(usually)}.`
}

const verdicts: Record<Exclude<StandingLabel, 'not_enough_calls'>, string> = {
  clearly_below: 'Clearly more often than with colleagues.',
  clearly_above: 'Clearly less often than with colleagues.',
  no_clear_difference: 'In line with colleagues on the same kinds of calls.',
}

/** What it comes to. Above is better, and here better is less often. */
export function sayHabitLabel({ label, moreNeeded }: HabitSeen): string {
  if (label !== 'not_enough_calls') return verdicts[label]
  const more = moreNeeded === null ? '' : `; about ${sayCount(moreNeeded)} more needed`
  return `Not enough calls to tell${more}.`
}

const order: Record<StandingLabel, number> = {
  clearly_below: 0,
  clearly_above: 1,
  no_clear_difference: 2,
  not_enough_calls: 3,
}

/** What stands out first; what can't be told yet last. */
export const orderHabits = (habits: readonly HabitSeen[]): HabitSeen[] =>
  habits.toSorted((one, other) => order[one.label] - order[other.label])
