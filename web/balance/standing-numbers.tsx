import { type Voice } from '../../shared/balance/label-words.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type Counting } from '../../shared/calls/countings.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import { CallsLink } from './calls-link.tsx'
import { standingExplanations } from './standing-explanations.ts'
import {
  hasRate,
  sayPercent,
  sayPercentInterval,
  sayRate,
  sayResolved,
  sayResolvedAndExpected,
  saySigned,
  sayTimeIndex,
  sayTimes,
} from './standing-say.ts'
import classes from './standing-statement.module.css'

type Props = {
  standing: RepStanding
  usualRate: number | null
  measure: Measure
  voice: Voice
  /** Whose calls, of which days. */
  filter: CallFilter
  /** Whether the time is described here; it is the same by either measure. */
  hasTime?: boolean
}

/** What a measure counts, as a list can be narrowed to it. */
export const countedBy: Record<Measure, Counting> = {
  same_issue_7d: 'outcome_known',
  return_24h: 'day_known',
}

/** The numbers under a standing, each with its definition and what it rests on. */
export function StandingNumbers(props: Props) {
  const { standing, usualRate, measure, voice, filter, hasTime = true } = props
  const { mature, effect } = standing
  const calls = <CallsLink filter={{ ...filter, counted: countedBy[measure] }} count={mature} />
  const explanations = standingExplanations[voice]
  if (mature === 0) return null
  return (
    <div className={classes['numbers']}>
      <ExplainedNumber
        size="small"
        label="Outcomes"
        value={sayResolvedAndExpected(standing, measure)}
        restsOn={keepTogether(`of ${sayCount(mature)} ${mature === 1 ? 'call' : 'calls'} decided`)}
        explanation={explanations.counts}
        calls={calls}
      />
      <ExplainedNumber
        size="small"
        label={hasRate(standing) ? 'On the common mix' : 'Share'}
        value={sayRate(standing)}
        restsOn={keepTogether(sayRateRestsOn(standing, usualRate))}
        explanation={explanations.rate}
        calls={calls}
      />
      <ExplainedNumber
        size="small"
        label="Beside colleagues (log-odds)"
        value={saySigned(effect.median)}
        restsOn={`about 95 % sure of ${saySigned(effect.low)} to ${saySigned(effect.high)}`}
        explanation={explanations.effect}
        calls={calls}
      />
      {hasTime && <TimeBesideOutcome {...props} />}
    </div>
  )
}

function sayRateRestsOn(standing: RepStanding, usualRate: number | null): string {
  const { standardizedRate } = standing
  if (!hasRate(standing) || standardizedRate === null) return 'too few for a percentage'
  const usual = usualRate === null ? '' : `; usual is ${sayPercent(usualRate)}`
  return `about 95 % sure of ${sayPercentInterval(standardizedRate)}${usual}`
}

/** Never without the outcome and the count; below ten comparable calls nothing is said. */
function TimeBesideOutcome({ standing, measure, voice, filter }: Props) {
  const { timeIndex, resolved, mature } = standing
  if (timeIndex === null || timeIndex.legs < percentageNeeds) return null
  const outcome = `${sayCount(resolved)} of ${sayCount(mature)} ${sayResolved(measure)}`
  return (
    <ExplainedNumber
      size="small"
      label="Time, described"
      value={keepTogether(sayTimeIndex(timeIndex.value))}
      restsOn={keepTogether(
        `${outcome}; ${sayCount(timeIndex.legs)} calls compared, about 95 % sure of ${sayTimes(timeIndex)}`,
      )}
      explanation={standingExplanations[voice].time}
      calls={<CallsLink filter={{ ...filter, counted: 'time_compared' }} count={timeIndex.legs} />}
    />
  )
}
