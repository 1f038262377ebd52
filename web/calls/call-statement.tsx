import { type CallPage } from '../../shared/calls/call-page.ts'
import { sayOutcome } from '../../shared/calls/say-outcome.ts'
import { drawnOutcome, OutcomeMark } from './outcome-mark.tsx'
import { LegStatement } from './leg-statement.tsx'
import { useWhen } from './use-when.ts'
import classes from './leg-statement.module.css'

/** What the page says first: for each leg the viewer may see, its time beside its outcome. */
export function CallStatement({ call }: { call: CallPage }) {
  const when = useWhen()
  const seen = call.legs.filter((leg) => leg.time !== null)
  if (seen.length === 0) {
    return (
      <p className={classes['statement']}>
        {call.isAbandoned && 'The customer left before anybody answered. '}
        <OutcomeMark outcome={drawnOutcome(call.outcome)} /> {sayOutcome(call.outcome, when.day)}.
      </p>
    )
  }
  return seen.map(
    ({ legNo, rep, time, percentile, later }) =>
      time && (
        <div key={legNo} className={classes['leg']}>
          {call.legs.length > 1 && <p className={classes['rep']}>{rep?.name ?? 'A colleague'}</p>}
          <LegStatement time={time} percentile={percentile} later={later} />
        </div>
      ),
  )
}
