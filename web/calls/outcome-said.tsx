import { type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { classNames } from '../../shared/calls/class-names.ts'
import { sayOutcome } from '../../shared/calls/say-outcome.ts'
import { type CallClass } from '../../shared/calls/words.ts'
import { keepTogether } from './keep-together.ts'
import { drawnOutcome, OutcomeMark } from './outcome-mark.tsx'
import { useWhen } from './use-when.ts'
import classes from './call-row.module.css'

/** Classes that say nothing which the outcome beside them does not say already. */
const saidByOutcome: readonly CallClass[] = ['outcome_pending', 'not_linkable']

/** What became of a call, and what time and outcome are called together. */
export function OutcomeSaid({ time }: { time: TimeBesideOutcome }) {
  const when = useWhen()
  return (
    <div>
      <p className={classes['outcome']}>
        <OutcomeMark outcome={drawnOutcome(time.outcome)} />
        {keepTogether(sayOutcome(time.outcome, when.shortDay))}
      </p>
      {!saidByOutcome.includes(time.class) && (
        <p className={classes['soft']}>{classNames[time.class]}</p>
      )}
    </div>
  )
}
