import { type CallPage } from '../../shared/calls/call-page.ts'
import { type SayDay } from '../../shared/calls/say-leg-outcome.ts'
import { sayOutcome } from '../../shared/calls/say-outcome.ts'
import { Instant } from '../ui/instant.tsx'
import { evidenceNames, evidenceWordNames, sourceNames } from './call-words.ts'
import { drawnOutcome, OutcomeMark } from './outcome-mark.tsx'
import { useWhen } from './use-when.ts'
import classes from './evidence.module.css'

/** What is known about the outcome and from whom; what contradicts it is said, not hidden. */
export function Evidence({ call }: { call: CallPage }) {
  const when = useWhen()
  const { outcome, evidence, conflicts, watermark } = call
  return (
    <>
      <p className={classes['decides']}>
        <OutcomeMark outcome={drawnOutcome(outcome)} /> {sayKnown(call, when.day)}
        {watermark !== null && ` Records are complete up to ${when.moment(watermark)}.`}
      </p>
      {conflicts.length > 0 && (
        <p className={classes['conflict']}>
          The evidence disagrees: {conflicts.map((each) => conflictNames[each]).join('; ')}.
        </p>
      )}
      <ul className={classes['claims']}>
        {evidence.map(({ source, claim, at, actor, note }) => (
          <li key={`${source} ${at}`}>
            {evidenceNames[source]}
            {actor !== null && ` (${actor})`}: {evidenceWordNames[claim]}, <Instant at={at} />
            {note !== null && <q className={classes['note']}>{note}</q>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Only customers who come back say something by it, so only their calls are counted. */
function sayKnown({ outcome, direction }: CallPage, sayDay: SayDay): string {
  if (direction !== 'inbound' && outcome.state !== 'final') {
    return 'Only calls by customers are counted, so this one counts neither way.'
  }
  if (!outcome.isLinkable && outcome.source === 'none') {
    return 'Not linkable: without a customer and an issue nobody can tell whether the customer called again.'
  }
  return `${sayOutcome(outcome, sayDay)}. ${sourceNames[outcome.source]}.`
}

const conflictNames: Record<CallPage['conflicts'][number], string> = {
  supervisor_and_repeat: 'a supervisor found it resolved, but the customer called again',
  survey_and_repeat: 'the customer answered that it was resolved, but called again',
}
