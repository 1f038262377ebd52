import { type Watching } from '../../shared/floor/watching.ts'
import { Board } from '../floor/board.tsx'
import { boardNow } from '../floor/board-now.ts'
import { HelpList } from '../floor/help-list.tsx'
import { MoodForm } from '../floor/mood-form.tsx'
import { floorWords } from '../floor/words.ts'
import { paths } from '../paths.ts'
import { useMe } from '../roster/me.ts'
import { TextLink } from '../ui/link.tsx'
import { useNow } from '../ui/now.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import classes from './floor-desk.module.css'
import { MyLine } from './my-line.tsx'

type Props = {
  watching: Watching
  /** Epoch milliseconds, by the browser's clock. */
  at: number
  trouble: string | null
  onHurry: () => void
}

/** The board with, beside it, what is only for whoever looks. */
export function FloorDesk({ watching, at, trouble, onHurry }: Props) {
  const { role } = useMe()
  const pageOpened = useNow().getTime()
  const now = boardNow(watching, at)?.now ?? pageOpened
  const day = new Date(now).toISOString().slice(0, 10)
  return (
    <>
      <PageHeading
        title={floorWords.title}
        lead={floorWords.lead}
        aside={
          <TextLink to={paths.floor} search={{ wall: true }}>
            {floorWords.toWall}
          </TextLink>
        }
      />
      <div className={classes['desk']}>
        <Board
          {...{ watching, at, trouble, onHurry }}
          callsOf={(queue) => (
            <TextLink inherit to={paths.calls} search={{ queue: [queue], from: day, to: day }}>
              {floorWords.callsOf(queue)}
            </TextLink>
          )}
          emptyAction={role === 'admin' && <HowToTell />}
        />
        <aside aria-label={floorWords.beside}>
          <Beside {...{ watching, now, day }} />
        </aside>
      </div>
    </>
  )
}

/** A rep's own line is for them alone; who may be glad of help is for leaders. */
function Beside({ watching, now, day }: Pick<Props, 'watching'> & { now: number; day: string }) {
  const me = useMe()
  const { held, phase } = watching
  if (me.role === 'rep') {
    return <MyLine day={day} hasRep={me.rep !== null} />
  }
  return (
    <>
      <HelpList
        revision={`${held?.epoch ?? ''} ${held?.floor.helpRevision ?? 0}`}
        now={now}
        viewerName={me.name}
        isLive={phase === 'live'}
      />
      <MoodForm text={held?.floor.mood?.text ?? null} />
    </>
  )
}

const HowToTell = () => (
  <>
    <p>{floorWords.emptyHow}</p>
    <TextLink to={paths.connections}>{floorWords.toConnections}</TextLink>
  </>
)
