import { type ReactNode } from 'react'
import { type QueueDay } from '../../shared/floor/floor.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import { longestWaitSeconds, type QueueShown } from './board-now.ts'
import { explanations } from './explanations.ts'
import { Figure, MayExplain } from './figure.tsx'
import classes from './queue-tile.module.css'
import {
  sayDayBriefly,
  sayNotAnswered,
  sayReturns,
  sayServiceLevel,
  saySolved,
  sayUsualWait,
  sayWaitBriefly,
} from './say-floor.ts'
import { floorWords } from './words.ts'

/** Longer names are written smaller on a wall, before they are cut off. */
const longNameLeast = 20

type Props = {
  queue: QueueShown
  /** Epoch milliseconds, by the server's clock. */
  now: number
  /** When it was so, as a clock says it; null while the floor is live. */
  asOf: string | null
  /** On a wall there are fewer words, and nobody to press one. */
  isOnWall?: boolean
  /** A link to the calls behind the numbers of today. */
  calls?: ReactNode
}

/** One queue: what is so now in large, what became of today's calls below. */
export function QueueTile({ queue, now, asOf, isOnWall = false, calls }: Props) {
  const { name, live, day } = queue
  return (
    <li className={classes['queue']} data-live={asOf === null}>
      <div className={classes['head']}>
        <h2 className={classes['name']} data-long={name.length > longNameLeast}>
          {name}
        </h2>
        {asOf !== null && <span className={classes['asOf']}>{floorWords.asOf(asOf)}</span>}
      </div>
      <QueueFigures live={live} now={now} isExplained={!isOnWall} />
      {day && <DayBar day={day} />}
      {!day && <p className={classes['none']}>{floorWords.noDay}</p>}
      {day && isOnWall && (
        <ul className={classes['day']}>
          {sayDayBriefly(day).map((line) => (
            <li key={line}>{keepTogether(line)}</li>
          ))}
        </ul>
      )}
      {day && !isOnWall && <DayExplained day={day} calls={calls} />}
    </li>
  )
}

function QueueFigures({
  live,
  now,
  isExplained,
}: {
  live: QueueShown['live']
  now: number
  isExplained: boolean
}) {
  const longest = longestWaitSeconds(live, now)
  return (
    <dl className={classes['figures']}>
      <Figure
        label={floorWords.waiting}
        value={sayCount(live.waiting)}
        isNone={live.waiting === 0}
        explanation={isExplained ? explanations.waiting : null}
      />
      <Figure
        label={floorWords.longest}
        value={longest === null ? floorWords.nobodyWaits : sayWaitBriefly(longest)}
        isNone={longest === null}
        explanation={isExplained ? explanations.longest : null}
      />
      <Figure
        label={floorWords.helped}
        value={sayCount(live.helped)}
        isNone={live.helped === 0}
        explanation={isExplained ? explanations.helped : null}
      />
    </dl>
  )
}

/** Today's answered calls as a bar: solved is full, open is hatched, what is neither stays empty. */
function DayBar({ day }: { day: QueueDay }) {
  const calls = Math.max(1, day.answered)
  const wide = (count: number) => ({ inlineSize: `${(100 * count) / calls}%` })
  return (
    <div className={classes['bar']} aria-hidden>
      <div className={classes['solved']} style={wide(day.resolved)} />
      <div className={classes['open']} style={wide(day.open)} />
    </div>
  )
}

/** What became of today's calls, each line with what it means. */
function DayExplained({ day, calls }: { day: QueueDay; calls: ReactNode }) {
  const lines = [
    { words: saySolved(day), explanation: explanations.solved },
    { words: sayNotAnswered(day), explanation: explanations.notAnswered },
    { words: sayServiceLevel(day), explanation: explanations.serviceLevel },
    { words: sayReturns(day), explanation: explanations.returns },
    { words: sayUsualWait(day), explanation: explanations.usualWait },
  ]
  return (
    <ul className={classes['day']}>
      {lines.map(
        ({ words, explanation }) =>
          words !== null && (
            <li key={explanation.anchor}>
              <MayExplain label={floorWords.whatIsIt} explanation={explanation} calls={calls}>
                {keepTogether(words)}
              </MayExplain>
            </li>
          ),
      )}
    </ul>
  )
}
