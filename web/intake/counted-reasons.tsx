import classes from './counted-reasons.module.css'
import { sayNumber } from './words.ts'

/** How often, and why: reasons of refusals, or rules that passed records over. */
export function CountedReasons({
  title,
  given,
}: {
  title: string
  given: readonly { name: string; count: number }[]
}) {
  if (given.length === 0) return null
  return (
    <ul aria-label={title} className={classes['reasons']}>
      {given.map(({ name, count }) => (
        <li key={name}>
          <span className={classes['count']}>{sayNumber(count)}</span> {name}
        </li>
      ))}
    </ul>
  )
}
