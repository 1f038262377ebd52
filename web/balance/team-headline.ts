import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type StandingLabel } from '../../shared/balance/standing-label.ts'
import { sayCount } from '../ui/say-count.ts'

const said: readonly (readonly [StandingLabel, string])[] = [
  ['clearly_above', 'clearly above'],
  ['clearly_below', 'clearly below'],
  ['no_clear_difference', 'in line with colleagues'],
  ['not_enough_calls', 'with too few calls to tell'],
]

/** "12 reps: 1 clearly above, none clearly below, 9 in line with colleagues, 2 with too few calls to tell." */
export function sayHeadline(reps: readonly Pick<RepStanding, 'label'>[]): string {
  const counts = said
    .map(([label, words]) => ({ words, count: reps.filter((rep) => rep.label === label).length }))
    .map(({ words, count }) => `${count === 0 ? 'none' : sayCount(count)} ${words}`)
  return `${sayCount(reps.length)} ${reps.length === 1 ? 'rep' : 'reps'}: ${counts.join(', ')}.`
}

/** Names in a sentence: "Ana, Bo and Cy"; beyond a few, how many more there are. */
export function sayNames(names: readonly string[], most = 6): string {
  if (names.length <= 1) return names.join('')
  if (names.length > most) {
    return `${names.slice(0, most).join(', ')} and ${sayCount(names.length - most)} more`
  }
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
