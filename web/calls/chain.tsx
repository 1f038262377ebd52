import { Link } from '@tanstack/react-router'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { type Outcome, type WindowStatus } from '../../shared/calls/words.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { paths } from '../paths.ts'
import { Instant } from '../ui/instant.tsx'
import { directionNames, windowNames } from './call-words.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { sayGap } from './say-gap.ts'
import classes from './chain.module.css'

type Contact = CallPage['chain'][number]

const drawn: Readonly<Record<WindowStatus, Outcome>> = {
  resolved: 'resolved',
  not_resolved: 'not_resolved',
  open: 'open',
  unlinkable: 'open',
}

/** Every contact of this customer about this issue, in order, each with what became of it. */
export function Chain({ chain }: { chain: CallPage['chain'] }) {
  if (chain.length <= 1) {
    return <p className={classes['soft']}>No other contact about this issue is known.</p>
  }
  const longest = Math.max(...chain.map(({ handleSeconds }) => handleSeconds ?? 0), 1)
  return (
    <ol className={classes['chain']}>
      {chain.map((contact, place) => (
        <ChainRow
          key={contact.callId}
          contact={contact}
          before={chain[place - 1] ?? null}
          longest={longest}
        />
      ))}
    </ol>
  )
}

type RowProps = { contact: Contact; before: Contact | null; longest: number }

function ChainRow({ contact, before, longest }: RowProps) {
  const { callId, startedAt, isThisCall, handleSeconds, windowStatus } = contact
  return (
    <li aria-current={isThisCall ? 'true' : undefined}>
      {before && <p className={classes['gap']}>{sayGap(before.startedAt, startedAt)} later</p>}
      <div className={classes['contact']}>
        <p className={classes['when']}>
          {isThisCall ? (
            <>
              <Instant at={startedAt} /> · this call
            </>
          ) : (
            <Link to={paths.call} params={{ callId }} className={classes['link'] ?? ''}>
              <Instant at={startedAt} />
            </Link>
          )}
        </p>
        <p className={classes['soft']}>{sayWho(contact)}</p>
        {handleSeconds !== null && (
          <span
            aria-hidden
            className={classes['bar']}
            style={{ width: `${(100 * handleSeconds) / longest}%` }}
          />
        )}
        <p className={classes['outcome']}>
          {windowStatus !== null && <OutcomeMark outcome={drawn[windowStatus]} />}
          {sayWhat(contact)}
        </p>
      </div>
    </li>
  )
}

function sayWho({ direction, reps, colleagues }: Contact): string {
  const others =
    colleagues === 0 ? [] : [colleagues === 1 ? 'a colleague' : `${colleagues} colleagues`]
  const who = [...reps.map(({ name }) => name), ...others]
  return [directionNames[direction], ...who].join(' · ')
}

function sayWhat({ handleSeconds, windowStatus, isAbandoned }: Contact): string {
  const became = isAbandoned
    ? 'the customer left before anybody answered'
    : windowStatus
      ? windowNames[windowStatus]
      : 'counts neither way'
  const took = handleSeconds === null ? null : sayDuration(handleSeconds)
  return [took, became].filter((word) => word !== null).join(' · ')
}
