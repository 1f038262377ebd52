import { Title } from '@mantine/core'
import { type Signs } from '../../shared/balance/contract.ts'
import { type Detector, type DetectorGrouping } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type Counting } from '../../shared/calls/countings.ts'
import { Empty } from '../ui/empty.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { CallsLink } from './calls-link.tsx'
import { listDays } from './list-days.ts'
import { type SignBlock, saySeen, signBlocks, sayQuiet, type SignStatement } from './sign-say.ts'
import { detectorWords } from './target-words.ts'
import classes from './target.module.css'

/** What each detector says, those that found something first. */
export function SignList({ signs, by }: { signs: Signs; by: DetectorGrouping }) {
  if (signs.statements.length === 0) {
    return (
      <Empty title="Nothing to look at yet" order={3}>
        <p>
          Each {by} is compared with the rest of the center. That takes two of them with ten calls
          each whose outcome is known.
        </p>
      </Empty>
    )
  }
  return (
    <ul className={classes['groups']}>
      {signBlocks(signs.statements).map((block) => (
        <SignItem key={block.detector} block={block} by={by} days={listDays(signs)} />
      ))}
    </ul>
  )
}

function SignItem({
  block: { detector, flagged, quiet },
  by,
  days,
}: {
  block: SignBlock
  by: DetectorGrouping
  days: CallFilter
}) {
  const { title } = detectorWords[detector]
  const nothing = sayQuiet(quiet, flagged.length === 0)
  return (
    <li className={classes['group']}>
      <div className={classes['side']}>
        <Title order={3}>{title}</Title>
        {flagged.length > 0 && (
          <ul className={classes['flagged']} aria-label={`Worth a look: ${title}`}>
            {flagged.map((statement) => (
              <li key={statement.key}>
                <strong>{statement.name}:</strong> {keepTogether(saySeen(statement))}{' '}
                <StatementCalls statement={statement} by={by} days={days} />
              </li>
            ))}
          </ul>
        )}
        <p className={classes['soft']}>
          {nothing ?? (flagged.length === 0 && 'Too few calls to look for it yet.')}
        </p>
      </div>
      {flagged.length > 0 ? (
        <Meaning detector={detector} />
      ) : (
        <details className={classes['meant']}>
          <summary>What it would mean</summary>
          <Meaning detector={detector} />
        </details>
      )}
    </li>
  )
}

function Meaning({ detector }: { detector: Detector }) {
  const { means, meansNot } = detectorWords[detector]
  return (
    <dl className={classes['meaning']}>
      <div>
        <dt>What it may mean</dt>
        <dd>{means}</dd>
      </div>
      <div>
        <dt>What it does not mean</dt>
        <dd>{meansNot}</dd>
      </div>
    </dl>
  )
}

type CallsProps = { statement: SignStatement; by: DetectorGrouping; days: CallFilter }

/** The calls a sign has seen; of two signs that compare kinds or codes, all they compare. */
function StatementCalls({ statement, by, days }: CallsProps) {
  const { detector, key, name, count, of } = statement
  const { filter, isAll } = seenBy[detector]
  const group = by === 'team' ? { team: [Number(key)] } : { queue: [key] }
  return (
    <CallsLink
      filter={{ ...group, ...days, ...filter }}
      count={isAll ? of : count}
      of={name}
      isOfCenter={by === 'queue'}
    />
  )
}

const seen = (counted: Counting) => ({ filter: { counted }, isAll: false })
const compared = (counted: Counting) => ({ filter: { counted }, isAll: true })

const seenBy: Record<Detector, { filter: CallFilter; isAll: boolean }> = {
  back_within_hour: seen('back_within_hour'),
  rep_hung_up: seen('ended_by_rep'),
  just_past_window: seen('back_after_window'),
  claims_against_returns: seen('solved_then_back'),
  coding_drift: compared('coded'),
  unidentified_customers: { filter: { class: ['not_linkable'] }, isAll: false },
  padding: compared('long_with_parts'),
  survey_steering: seen('resolved_and_surveyed'),
}
