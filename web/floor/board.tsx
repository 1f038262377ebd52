import { type ReactNode } from 'react'
import { sourceMillisecondsLimit } from '../../shared/floor/count-floor.ts'
import { type Floor, type PeopleNow } from '../../shared/floor/floor.ts'
import { type Watching } from '../../shared/floor/watching.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { sayCount } from '../ui/say-count.ts'
import classes from './board.module.css'
import { QueueTile } from './queue-tile.tsx'
import { floorWords, peopleWords, sayPhase, saySource } from './words.ts'

/**
 * The board. Where it is not live its numbers are hollow and it says from when they are: a floor
 * that is not heard of never looks like one that is.
 *
 * @param now epoch milliseconds, by the browser's clock
 * @param queues those to show; all of them where left out
 */
export function Board({
  watching,
  now,
  queues,
}: {
  watching: Watching
  now: number
  queues?: readonly string[]
}) {
  const { held, phase } = watching
  const from = held && phase !== 'live' ? timeOf(held.heardAt) : null
  const said = sayPhase(watching, from)
  if (!held) return said === null ? <Loading /> : <p className={classes['phase']}>{said}</p>
  const { floor } = held
  const serverNow =
    phase === 'live' ? now + held.aheadMilliseconds : held.heardAt + held.aheadMilliseconds
  return (
    <div className={classes['board']} data-phase={phase}>
      <p role="status" className={classes['phase']}>
        {said}
      </p>
      {floor.mood && <p className={classes['mood']}>{floor.mood.text}</p>}
      {isEmpty(floor) ? (
        <Empty title={floorWords.empty}>
          <p>{floorWords.emptyWhy}</p>
          <p>{floorWords.emptyHow}</p>
        </Empty>
      ) : (
        <>
          <ul className={classes['queues']}>
            {(queues ?? queuesOf(floor)).map((queue) => (
              <QueueTile
                key={queue}
                queue={queue}
                live={floor.queues[queue] ?? null}
                day={floor.days[queue] ?? null}
                now={serverNow}
              />
            ))}
          </ul>
          <People people={floor.people} />
        </>
      )}
      <Silent floor={floor} now={serverNow} />
    </div>
  )
}

/** Every queue that has somebody in it or has had a call today, by name. */
export const queuesOf = (floor: Floor): string[] =>
  [...new Set([...Object.keys(floor.queues), ...Object.keys(floor.days)])].sort()

const isEmpty = (floor: Floor): boolean =>
  queuesOf(floor).length === 0 && Object.keys(floor.sources).length === 0

const shownStates = Object.keys(peopleWords) as (keyof PeopleNow)[]

function People({ people }: { people: PeopleNow }) {
  const shown = shownStates.filter((state) => people[state] > 0)
  if (shown.length === 0) return null
  return (
    <ul aria-label={floorWords.people} className={classes['people']}>
      {shown.map((state) => (
        <li key={state}>
          <strong>{sayCount(people[state])}</strong> {peopleWords[state]}
        </li>
      ))}
    </ul>
  )
}

/** Sources that should be heard of and are not. */
function Silent({ floor, now }: { floor: Floor; now: number }): ReactNode {
  const silent = Object.entries(floor.sources).filter(
    ([, at]) => now - at > sourceMillisecondsLimit,
  )
  if (silent.length === 0) return null
  return (
    <ul className={classes['silent']}>
      {silent.map(([source, at]) => (
        <li key={source}>{saySource(source, (now - at) / 1000)}</li>
      ))}
    </ul>
  )
}

const timeOf = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
