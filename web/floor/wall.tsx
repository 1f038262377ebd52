import { type CSSProperties, type ReactNode } from 'react'
import { type Watching } from '../../shared/floor/watching.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { productName } from '../ui/words.ts'
import { allQueues, type BoardNow, boardNow, isUntold, longestWaitSeconds } from './board-now.ts'
import { People, SilentSources } from './board-pieces.tsx'
import { PhaseNote } from './phase-note.tsx'
import { QueueTile } from './queue-tile.tsx'
import { sayAllQueues, sayClock, sayRecognition } from './say-floor.ts'
import { pagesOf, shiftAt, turnAt } from './wall-turns.ts'
import classes from './wall.module.css'
import { floorWords } from './words.ts'

type Props = {
  watching: Watching
  /** Epoch milliseconds, by the browser's clock. */
  at: number
  trouble: string | null
  organization: string
  /** What can be done from here; it shows when somebody points at its corner or tabs to it. */
  corner: ReactNode
}

/** The board across a whole screen, to be read from ten metres and left alone for weeks. */
export function Wall({ watching, at, trouble, organization, corner }: Props) {
  const shown = boardNow(watching, at)
  const asOf = shown && !shown.isLive ? sayClock(shown.now) : null
  const [right, down] = shiftAt(at)
  const shift = { '--right': right, '--down': down } as CSSProperties
  return (
    <main className={classes['wall']} style={shift}>
      <title>{`${floorWords.title} · ${productName}`}</title>
      <header className={classes['head']}>
        <h1 className={classes['title']}>{organization}</h1>
        {shown?.isLive && (
          <p aria-live="polite" className={classes['mood']}>
            {shown.floor.mood?.text}
          </p>
        )}
        {shown?.isLive && <p className={classes['clock']}>{sayClock(shown.now)}</p>}
      </header>
      <PhaseNote watching={watching} asOf={asOf} trouble={trouble} />
      {shown && isUntold(shown) && <Untold />}
      {shown && !isUntold(shown) && <Told shown={shown} at={at} asOf={asOf} />}
      <div className={classes['corner']}>{corner}</div>
    </main>
  )
}

const Untold = () => (
  <div className={classes['untold']}>
    <p className={classes['untoldTitle']}>{floorWords.empty}</p>
    <p>{floorWords.emptyWhy}</p>
  </div>
)

function Told({ shown, at, asOf }: { shown: BoardNow; at: number; asOf: string | null }) {
  const { floor, queues, now } = shown
  const pages = pagesOf(queues)
  const page = turnAt(at, pages.length)
  const recognition = floor.recognitions[turnAt(at, floor.recognitions.length)]
  return (
    <>
      {pages.length > 1 && (
        <p className={classes['all']}>
          {keepTogether(sayAllQueues(allQueues(queues), longestOf(shown)))}
          <span className={classes['page']}>{floorWords.page(page + 1, pages.length)}</span>
        </p>
      )}
      <div className={classes['area']}>
        <ul key={page} aria-label={floorWords.queues} className={classes['queues']}>
          {pages[page]?.map((queue) => (
            <QueueTile key={queue.name} queue={queue} now={now} asOf={asOf} isOnWall />
          ))}
        </ul>
      </div>
      <footer className={classes['foot']}>
        {recognition && (
          <p key={recognition.id} className={classes['recognition']}>
            {keepTogether(sayRecognition(recognition))}
          </p>
        )}
        <People people={floor.people} />
        <SilentSources floor={floor} now={now} />
      </footer>
    </>
  )
}

const longestOf = ({ queues, now }: BoardNow): number | null =>
  longestWaitSeconds(allQueues(queues), now)
