import { Board, queuesOf } from '../floor/board.tsx'
import classes from '../floor/board.module.css'
import { useFloor } from '../floor/use-floor.ts'
import { useTick } from '../floor/use-tick.ts'
import { floorWords } from '../floor/words.ts'
import { productName } from '../ui/words.ts'

/** Queues that fit a wall at a size that is read from ten metres. */
const queuesAtOnce = 6
const pageSeconds = 15
/** A display shows one picture for weeks: it moves by so many pixels, so that none is burnt in. */
const movedSeconds = 120
const movedPixels = [0, 4, 8, 4, 0, -4, -8, -4]

/** The board for a display on the wall: nothing else, no scrolling, pages that change calmly. */
export function WallPage() {
  const watching = useFloor()
  const now = useTick()
  const seconds = Math.floor(now / 1_000)
  const queues = watching.held ? queuesOf(watching.held.floor) : []
  const pages = Math.max(1, Math.ceil(queues.length / queuesAtOnce))
  const page = Math.floor(seconds / pageSeconds) % pages
  const shown = queues.slice(page * queuesAtOnce, (page + 1) * queuesAtOnce)
  const moved = movedPixels[Math.floor(seconds / movedSeconds) % movedPixels.length] ?? 0
  return (
    <main
      className={classes['wall']}
      style={{ transform: `translate(${moved}px, ${moved / 2}px)` }}
    >
      <title>{`${floorWords.title} · ${productName}`}</title>
      <h1 className={classes['clock']}>
        <span>{floorWords.title}</span>
        <span>
          {pages > 1 && `${page + 1} / ${pages} · `}
          {new Date(now).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
        </span>
      </h1>
      <Board watching={watching} now={now} queues={shown} />
    </main>
  )
}
