import { type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { classNames } from '../../shared/calls/class-names.ts'
import { type SayDay } from '../../shared/calls/say-leg-outcome.ts'
import { sayOutcome } from '../../shared/calls/say-outcome.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { drawnOutcome, OutcomeMark } from './outcome-mark.tsx'
import { useWhen } from './use-when.ts'
import classes from './call-row.module.css'

/** What became of a call, and what time and outcome are called together. */
export function OutcomeSaid({ time }: { time: TimeBesideOutcome }) {
  const when = useWhen()
  const [first, second] = wordsOf(time, when.shortDay)
  return (
    <div>
      <p className={classes['outcome']}>
        <OutcomeMark outcome={drawnOutcome(time.outcome)} />
        {keepTogether(first)}
      </p>
      {second !== null && <p className={classes['soft']}>{second}</p>}
    </div>
  )
}

/** The outcome first, then the class where it says more. */
function wordsOf(time: TimeBesideOutcome, sayDay: SayDay): [first: string, second: string | null] {
  const name = classNames[time.class]
  if (time.class === 'not_counted' && time.outcome.state !== 'final') return [name, null]
  const isSaid = time.class === 'outcome_pending' || time.class === 'not_linkable'
  return [sayOutcome(time.outcome, sayDay), isSaid ? null : name]
}
