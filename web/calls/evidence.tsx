import { type CallPage } from '../../shared/calls/call-page.ts'
import { type SayDay } from '../../shared/calls/say-leg-outcome.ts'
import { sayOutcome } from '../../shared/calls/say-outcome.ts'
import { Instant } from '../ui/instant.tsx'
import { evidenceNames, sourceNames } from './call-words.ts'
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
          The evidence disagrees: {conflicts.map(sayConflict).join('; ')}.
        </p>
      )}
      <ul className={classes['claims']}>
        {evidence.map(({ source, claim, at, actor, note }) => (
          <li key={`${source} ${at}`}>
            {evidenceNames[source]}
            {actor !== null && ` (${actor})`}: {claim === 'resolved' ? 'resolved' : 'not resolved'},{' '}
            <Instant at={at} />
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
  return `${sayOutcome(outcome, sayDay)}. ${sourceNames[outcome.source]}.`
}

/** The server names a source; whatever it calls it is better said than dropped. */
const sayConflict = (source: string) =>
  (conflictNames as Partial<Record<string, string>>)[source] ?? source

const conflictNames = {
  supervisor: 'a supervisor found otherwise',
  repeat_contact: 'the customer called again',
  survey: 'the customer’s answer says otherwise',
  no_repeat: 'the customer did not call again',
  rep: 'the rep marked it otherwise',
}
