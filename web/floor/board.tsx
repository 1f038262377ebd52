import { type ReactNode } from 'react'
import { type Watching } from '../../shared/floor/watching.ts'
import { Empty } from '../ui/empty.tsx'
import { Section } from '../ui/section.tsx'
import { type BoardNow, boardNow, isUntold } from './board-now.ts'
import { People, SilentSources } from './board-pieces.tsx'
import classes from './board.module.css'
import { Celebration } from './celebration.tsx'
import { PhaseNote } from './phase-note.tsx'
import { QueueTile } from './queue-tile.tsx'
import { sayClock } from './say-floor.ts'
import { floorWords } from './words.ts'

type Props = {
  watching: Watching
  /** Epoch milliseconds, by the browser's clock. */
  at: number
  trouble: string | null
  onHurry: () => void
  /** A link to today's calls of a queue, for who may see calls. */
  callsOf: (queue: string) => ReactNode
  /** What an empty board offers to do about it. */
  emptyAction: ReactNode
}

/**
 * The board on a desk or a phone. A floor that is not live never looks like one that is: its
 * numbers have another form, and each says from when it is.
 */
export function Board({ watching, at, trouble, onHurry, callsOf, emptyAction }: Props) {
  const shown = boardNow(watching, at)
  const asOf = shown && !shown.isLive ? sayClock(shown.now) : null
  return (
    <div role="region" aria-label={floorWords.board}>
      <PhaseNote watching={watching} asOf={asOf} trouble={trouble} onHurry={onHurry} />
      {!shown && <TilesToCome />}
      {shown && isUntold(shown) && (
        <Empty title={floorWords.empty} action={emptyAction}>
          {floorWords.emptyWhy}
        </Empty>
      )}
      {shown && !isUntold(shown) && <Told {...{ shown, asOf, callsOf }} />}
      {shown && <Celebration {...shown.floor} isLive={shown.isLive} />}
    </div>
  )
}

function Told({
  shown,
  asOf,
  callsOf,
}: Pick<Props, 'callsOf'> & { shown: BoardNow; asOf: string | null }) {
  const { floor, queues, now } = shown
  return (
    <>
      <MoodLine text={floor.mood?.text ?? null} />
      <SilentSources floor={floor} now={now} />
      <ul aria-label={floorWords.queues} className={classes['queues']}>
        {queues.map((queue) => (
          <QueueTile
            key={queue.name}
            queue={queue}
            now={now}
            asOf={asOf}
            calls={callsOf(queue.name)}
          />
        ))}
      </ul>
      <Section title={floorWords.people}>
        <People people={floor.people} asOf={asOf} />
      </Section>
    </>
  )
}

/** A screen reader hears it when it changes. */
const MoodLine = ({ text }: { text: string | null }) => (
  <p aria-live="polite" className={classes['mood']}>
    {text}
  </p>
)

/** The shape of what is coming. */
const TilesToCome = () => (
  <div aria-hidden className={classes['queues']}>
    <div className={classes['toCome']} />
    <div className={classes['toCome']} />
  </div>
)
