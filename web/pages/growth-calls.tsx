import { Link } from '@tanstack/react-router'
import { Title } from '@mantine/core'
import { type ReactNode } from 'react'
import { coaching, type Recognition, recognitions } from '../../shared/balance/contract.ts'
import { type CallLine } from '../../shared/calls/beside.ts'
import { shownRecognition } from '../../shared/floor/shown-recognition.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { sayAvoided, sayCoaching, sayReasons } from '../balance/growth-say.ts'
import growth from '../balance/growth.module.css'
import { recognitionsByWeek } from '../balance/team-recognitions.ts'
import { CallFacts } from '../calls/call-facts.tsx'
import classes from '../calls/call-row.module.css'
import { OutcomeSaid } from '../calls/outcome-said.tsx'
import { TimeBesideUsual } from '../calls/time-beside-usual.tsx'
import { useWhen } from '../calls/use-when.ts'
import { BoardChoice } from '../floor/board-choice.tsx'
import { useShown } from '../floor/use-shown.ts'
import { paths } from '../paths.ts'
import { Empty } from '../ui/empty.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { sayUtcDay } from '../ui/say-utc-day.ts'

/** As many as are read; the button brings more. */
const callsAtOnce = 6

/** The rep's own calls that are recognized by themselves, week by week. */
export const Recognized = ({ repId }: { repId: number }) => (
  <Paged asks={askPages(recognitions, { query: { rep: repId, limit: callsAtOnce } })} lines={6}>
    {(items) =>
      items.length === 0 ? (
        <Empty title="None yet" order={3}>
          <p>
            A call is recognized by itself when it took long for its kind and the customer did not
            have to call again, or when it settled what others had tried before. That is decided
            seven days after the call.
          </p>
        </Empty>
      ) : (
        recognitionsByWeek(items).map(({ week, items: own }) => (
          <div key={week} className={growth['week']}>
            <Title order={3} mb="xs">
              Decided in the week of {sayUtcDay(week)}
            </Title>
            <ul
              className={classes['rows']}
              aria-label={`Recognized, decided in the week of ${sayUtcDay(week)}`}
            >
              {own.map((item) => (
                <CallRow key={`${item.call.callId}-${item.call.legNo}`} line={item.call}>
                  <OfRecognized item={item} />
                </CallRow>
              ))}
            </ul>
          </div>
        ))
      )
    }
  </Paged>
)

/** Why it is recognized, and whether the board shows it. */
function OfRecognized({ item: { call, reasons, expectedSecondsAvoided } }: { item: Recognition }) {
  const isShown = useShown()
  const { callId, legNo, issue, time } = call
  const recognition = shownRecognition('', { reasons, handleSeconds: time.handleSeconds, issue })
  return (
    <>
      <p>{sayReasons(reasons)}</p>
      <Soft said={sayAvoided(expectedSecondsAvoided, time.outcome.source)} />
      {isShown && (
        <BoardChoice {...{ callId, legNo, recognition }} isShown={isShown({ callId, legNo })} />
      )}
    </>
  )
}

/** Calls that were not resolved and short or long for their kind: where a look may help. */
export const WorthLooking = ({ repId }: { repId: number }) => (
  <Paged asks={askPages(coaching, { query: { rep: repId, limit: callsAtOnce } })} lines={6}>
    {(lines) =>
      lines.length === 0 ? (
        <Empty title="Nothing here" order={3}>
          <p>None of your calls whose outcome is known asks for a second look.</p>
        </Empty>
      ) : (
        <ul className={classes['rows']} aria-label="Calls worth looking at, newest first">
          {lines.map((line) => (
            <CallRow key={`${line.callId}-${line.legNo}`} line={line}>
              <p>{sayCoaching(line.time.class === 'hurried' ? 'hurried' : 'needs_support')}</p>
            </CallRow>
          ))}
        </ul>
      )
    }
  </Paged>
)

const Soft = ({ said }: { said: string | null }) =>
  said !== null && <p className={classes['soft']}>{keepTogether(said)}</p>

/** One call: its time, what is usual and its outcome together, and why it stands here. */
function CallRow({ line, children }: { line: CallLine; children: ReactNode }) {
  const when = useWhen()
  const said = when.moment(line.startedAt)
  return (
    <li className={classes['row']}>
      <CallFacts line={line}>
        <Link
          to={paths.call}
          params={{ callId: line.callId }}
          className={classes['opens'] ?? ''}
          aria-label={`The call of ${said}`}
        >
          {said}
        </Link>
      </CallFacts>
      <TimeBesideUsual time={line.time} />
      <OutcomeSaid time={line.time} />
      <div>{children}</div>
    </li>
  )
}
