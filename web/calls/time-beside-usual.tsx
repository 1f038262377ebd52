import { type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { drawnOutcome } from './outcome-mark.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { UsualBar } from './usual-bar.tsx'
import classes from './call-row.module.css'

/** What a call took, what calls like it usually take, and where it stands among them. */
export function TimeBesideUsual({ time }: { time: TimeBesideOutcome }) {
  const { handleSeconds, usual, isSuspect } = time
  if (handleSeconds === null) return <p className={classes['soft']}>time not recorded</p>
  const isComparable = !isSuspect && !('tooFew' in usual)
  return (
    <div>
      <p className={classes['took']}>{sayDuration(handleSeconds)}</p>
      {isComparable && (
        <UsualBar
          handleSeconds={handleSeconds}
          usual={usual}
          outcome={drawnOutcome(time.outcome)}
        />
      )}
      <p className={classes['soft']}>{sayUsual(time)}</p>
    </div>
  )
}

function sayUsual({ usual, isSuspect }: TimeBesideOutcome): string {
  if (isSuspect) return 'its end may not have been registered'
  if ('tooFew' in usual) return 'too few comparable calls to say what is usual'
  return keepTogether(
    `usually ${sayDuration(usual.lowSeconds)} – ${sayDuration(usual.highSeconds)}`,
  )
}
