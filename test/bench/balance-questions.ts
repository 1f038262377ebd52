import { addDays } from '../../server/balance/day.ts'
import { type YardstickName } from './balance-yardsticks.ts'
import { supervisedTeam } from './balance-home.ts'

/** One question as a page asks it, and the statement that answers it from the facts, if one does. */
export type AskedQuestion = {
  name: string
  path: string
  by: 'admin' | 'supervisor'
  yardstick: YardstickName | null
}

const rep = 63

/**
 * Every question of the pages that rests on sums.
 *
 * @param toDay the last evaluated day, from which other spans are counted
 */
export function questionsOf(toDay: string): AskedQuestion[] {
  const span = `from=${addDays(toDay, -59)}&to=${addDays(toDay, -30)}`
  const asked = (
    name: string,
    path: string,
    yardstick: YardstickName | null = null,
    by: 'admin' | 'supervisor' = 'admin',
  ): AskedQuestion => ({ name, path: `/api/balance/${path}`, by, yardstick })
  return [
    asked('reps, 7 days', 'reps?measure=same_issue_7d', 'standing'),
    asked('reps, 24 hours', 'reps?measure=return_24h', 'standing'),
    asked('reps, one team', `reps?team=${supervisedTeam}`),
    asked('reps, as supervisor', 'reps', null, 'supervisor'),
    asked('reps, 30 other days', `reps?${span}`, 'standing30'),
    asked('resolution by queue', 'resolution?by=queue', 'chains'),
    asked('resolution by issue', 'resolution?by=issue'),
    asked('resolution by team', 'resolution?by=team'),
    asked('resolution by queue, as supervisor', 'resolution?by=queue', null, 'supervisor'),
    asked('target 180 s by issue', 'target?seconds=180&by=issue', 'seconds'),
    asked('target 300 s by issue', 'target?seconds=300&by=issue', 'seconds'),
    asked('target 600 s by issue', 'target?seconds=600&by=issue', 'seconds'),
    asked('target 300 s by queue', 'target?seconds=300&by=queue'),
    asked('distribution of an issue', 'distribution?by=issue&key=issue%2010', 'seconds'),
    asked('distribution of a queue', 'distribution?by=queue&key=queue%2003'),
    asked('trend of a rep', `trend?rep=${rep}`),
    asked('trend of a team', `trend?team=${supervisedTeam}`),
    asked('trend of all', 'trend', 'weeks'),
    asked('outcomes in time, all', 'outcomes-in-time', 'outcomes'),
    asked('outcomes in time, a team', `outcomes-in-time?team=${supervisedTeam}`),
    asked('signs by queue', 'signs?by=queue', 'signs'),
    asked('signs by team', 'signs?by=team'),
    asked('habits of a rep', `habits?rep=${rep}`),
    asked('recognitions', 'recognitions'),
    asked('recognitions, as supervisor', 'recognitions', null, 'supervisor'),
    asked('coaching', 'coaching'),
    asked('coaching, as supervisor', 'coaching', null, 'supervisor'),
  ]
}
