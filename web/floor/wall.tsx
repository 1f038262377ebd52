import { type CSSProperties, type ReactNode } from 'react'
import { type Watching } from '../../shared/floor/watching.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { productName } from '../ui/words.ts'
import { allQueues, type BoardNow, boardNow, isUntold, longestWaitSeconds } from './board-now.ts'
import { People, SilentSources } from './board-pieces.tsx'
import { PhaseNote } from './phase-note.tsx'
import { QueueTile } from './queue-tile.tsx'
import { sayAllQueues, sayClock } from './say-floor.ts'
import { WallHead } from './wall-head.tsx'
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
  const pages = pagesOf(shown?.queues ?? [])
  const page = turnAt(at, pages.length)
  return (
    <main className={classes['wall']} style={shift}>
      <title>{`${floorWords.title} · ${productName}`}</title>
      <div className={classes['phase']} data-phase={watching.phase}>
        <PhaseNote watching={watching} asOf={asOf} trouble={trouble} />
      </div>
      {shown?.isLive && <WallHead shown={shown} at={at} />}
      <div className={classes['all']}>
        <h1 className={classes['organization']}>{organization}</h1>
        {shown && pages.length > 1 && (
          <p className={classes['sum']} data-live={shown.isLive}>
            {`${keepTogether(sayAll(shown))} · ${floorWords.page(page + 1, pages.length)}`}
          </p>
        )}
      </div>
      <div className={classes['area']}>
        {!shown && <TilesToCome />}
        {shown && isUntold(shown) && <Untold />}
        {shown && !isUntold(shown) && (
          <ul key={page} aria-label={floorWords.queues} className={classes['queues']}>
            {pages[page]?.map((queue) => (
              <QueueTile key={queue.name} queue={queue} now={shown.now} asOf={asOf} isOnWall />
            ))}
          </ul>
        )}
      </div>
      {shown && !isUntold(shown) && (
        <footer className={classes['foot']}>
          <People people={shown.floor.people} asOf={asOf} />
          <SilentSources floor={shown.floor} now={shown.now} />
        </footer>
      )}
      <div className={classes['corner']}>{corner}</div>
    </main>
  )
}

const sayAll = ({ queues, now }: BoardNow): string => {
  const all = allQueues(queues)
  return sayAllQueues(all, longestWaitSeconds(all, now))
}

const Untold = () => (
  <div className={classes['untold']}>
    <p className={classes['untoldTitle']}>{floorWords.empty}</p>
    <p>{floorWords.emptyWhy}</p>
  </div>
)

/** The shape of what is coming. */
const TilesToCome = () => (
  <div aria-hidden className={classes['toCome']}>
    <div />
    <div />
  </div>
)
