import { type TimeBesideOutcome } from '../../shared/calls/beside.ts'
import { sayLegOutcome } from '../../shared/calls/say-leg-outcome.ts'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { sayLater } from '../../shared/calls/say-later.ts'
import { sayLegTime } from '../../shared/calls/say-leg-time.ts'
import { paths } from '../paths.ts'
import { TextLink } from '../ui/link.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { drawnOutcome, OutcomeMark } from './outcome-mark.tsx'
import { sayCompared } from './say-compared.ts'
import { useWhen } from './use-when.ts'
import classes from './leg-statement.module.css'

type Props = {
  time: TimeBesideOutcome
  /** Share of other reps' calls of this kind that were shorter, 0 to 1; null where not known. */
  percentile: number | null
  later?: CallPage['legs'][number]['later']
}

/** The sentence of METHOD 0: what a leg took, what is usual, and what became of it. */
export function LegStatement({ time, percentile, later = null }: Props) {
  const when = useWhen()
  const afterwards = sayLater(time, later)
  const compared = sayCompared(time, later, afterwards !== null)
  return (
    <>
      <p className={classes['statement']}>
        {keepTogether(sayLegTime(time, percentile))}{' '}
        <span className={classes['outcome']}>
          <OutcomeMark outcome={drawnOutcome(time.outcome)} />{' '}
          {keepTogether(sayLegOutcome(time, when.day))}
        </span>
        {afterwards !== null && ` ${keepTogether(afterwards)}`}
      </p>
      {compared !== null && (
        <p className={classes['compared']}>
          {keepTogether(compared)}{' '}
          {afterwards === null ? (
            <TextLink to={paths.numbers} hash="usual-time" inherit>
              How this is counted
            </TextLink>
          ) : (
            <TextLink to={paths.numbers} hash="the-two-figures-of-a-call" inherit>
              How this is counted
            </TextLink>
          )}
        </p>
      )}
    </>
  )
}
