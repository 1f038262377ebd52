import { type QueueDay, type QueueNow } from '../../shared/floor/floor.ts'
import { sayCount } from '../ui/say-count.ts'
import classes from './board.module.css'
import { floorWords, saySolved, sayServiceLevel, sayUsualWait, sayWait } from './words.ts'

/**
 * One queue: what is so now in large, what became of today below.
 *
 * @param now epoch milliseconds, by the server's clock
 */
export function QueueTile({
  queue,
  live,
  day,
  now,
}: {
  queue: string
  live: QueueNow | null
  day: QueueDay | null
  now: number
}) {
  const waiting = live?.waiting ?? 0
  const since = live?.waitingSince ?? null
  const level = day && sayServiceLevel(day)
  const usual = day && sayUsualWait(day)
  return (
    <li className={classes['queue']}>
      <h3 className={classes['name']}>{queue}</h3>
      <dl className={classes['now']}>
        <div>
          <dt>{floorWords.waiting}</dt>
          <dd data-some={waiting > 0}>{sayCount(waiting)}</dd>
        </div>
        <div>
          <dt>{floorWords.longest}</dt>
          <dd data-some={since !== null}>
            {since === null ? '–' : sayWait(Math.max(0, Math.floor((now - since) / 1000)))}
          </dd>
        </div>
        <div>
          <dt>{floorWords.helped}</dt>
          <dd data-some={(live?.helped ?? 0) > 0}>{sayCount(live?.helped ?? 0)}</dd>
        </div>
      </dl>
      {day && (
        <ul className={classes['day']}>
          <li className={classes['solved']}>{saySolved(day)}</li>
          <li>
            {sayCount(day.returns)} {floorWords.returns}
          </li>
          {level !== null && <li>{level}</li>}
          {usual !== null && <li>{usual}</li>}
        </ul>
      )}
    </li>
  )
}
