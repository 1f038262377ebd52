import { type Floor, type PeopleNow } from '../../shared/floor/floor.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import { silentSources } from './board-now.ts'
import classes from './board.module.css'
import { peopleShown, saySource } from './say-floor.ts'
import { floorWords } from './words.ts'

/**
 * How many are doing what: counts, never who.
 *
 * @param asOf when it was so, as a clock says it; null while the floor is live
 */
export function People({ people, asOf }: { people: PeopleNow; asOf: string | null }) {
  const shown = peopleShown(people)
  if (shown.length === 0) return <p className={classes['quiet']}>{floorWords.nobodyThere}</p>
  return (
    <ul aria-label={floorWords.people} className={classes['people']} data-live={asOf === null}>
      {asOf !== null && <li className={classes['asOf']}>{floorWords.asOf(asOf)}</li>}
      {shown.map(({ state, count, words }) => (
        <li key={state} data-state={state}>
          <strong>{sayCount(count)}</strong> {words}
        </li>
      ))}
    </ul>
  )
}

/** Sources that should be heard of and are not; nothing where all are. */
export function SilentSources({ floor, now }: { floor: Floor; now: number }) {
  const silent = silentSources(floor, now)
  if (silent.length === 0) return null
  return (
    <ul aria-label={floorWords.silent} className={classes['silent']}>
      {silent.map((one) => (
        <li key={one.source}>{keepTogether(saySource(one))}</li>
      ))}
    </ul>
  )
}
