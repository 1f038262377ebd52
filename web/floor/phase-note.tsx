import { Button, VisuallyHidden } from '@mantine/core'
import { type Watching } from '../../shared/floor/watching.ts'
import classes from './phase-note.module.css'
import { sayPhase } from './say-floor.ts'
import { floorWords } from './words.ts'

type Props = {
  watching: Watching
  /** When what is shown was so, as a clock says it; null while the floor is live. */
  asOf: string | null
  /** Why the floor cannot be had, in a sentence. */
  trouble: string | null
  /** Tries at once; left out where nobody can press it. */
  onHurry?: () => void
}

/** How the connection stands: nothing to see while the floor is live, a plain sentence else. */
export function PhaseNote({ watching, asOf, trouble, onHurry }: Props) {
  const isLive = watching.phase === 'live'
  const isStill = watching.phase === 'quiet' || watching.phase === 'waiting'
  return (
    <div className={classes['note']} data-phase={watching.phase}>
      {!isLive && <Mark isStill={isStill} />}
      <div role="status" className={classes['said']}>
        {isLive ? (
          <VisuallyHidden>{sayPhase(watching)}</VisuallyHidden>
        ) : (
          <>
            <strong>{sayPhase(watching)}</strong> {asOf !== null && floorWords.from(asOf)}
            {trouble !== null && <p className={classes['trouble']}>{trouble}</p>}
          </>
        )}
      </div>
      {onHurry && watching.phase === 'waiting' && (
        <Button variant="default" onClick={onHurry}>
          {floorWords.tryNow}
        </Button>
      )}
    </div>
  )
}

/** Two bars while nothing comes, a broken ring while it is on its way. */
const Mark = ({ isStill }: { isStill: boolean }) => (
  <svg viewBox="0 0 24 24" className={classes['mark']} aria-hidden focusable={false}>
    {isStill ? (
      <path d="M8 5v14M16 5v14" />
    ) : (
      <circle cx={12} cy={12} r={8} strokeDasharray="6 4" />
    )}
  </svg>
)
