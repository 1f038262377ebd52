import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { classNames } from '../../shared/calls/class-names.ts'
import { callClasses } from '../../shared/calls/words.ts'
import { sayRoughDuration } from '../../shared/measure/say-rough-duration.ts'
import { paths } from '../paths.ts'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { TextLink } from '../ui/link.tsx'
import { sayCount } from '../ui/say-count.ts'
import { CallsLink } from './calls-link.tsx'
import { TeamTrend } from './team-trend.tsx'
import { teamExplanations } from './team-explanations.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

type Props = { standing: RepStanding; filter: CallFilter }

/** What is behind one rep's standing: their calls by class, what came after them, their weeks. */
export function TeamRepMore({ standing, filter }: Props) {
  const { rep, ledger } = standing
  const decided = decidedOf(standing.classes)
  const found = callClasses.filter((word) => standing.classes[word] > 0)
  return (
    <div>
      {found.length > 0 && (
        <div>
          <p className={classes['under']}>{teamWords.classes}</p>
          <ul className={classes['classes']}>
            {found.map((word) => (
              <li key={word}>
                <TextLink
                  to={paths.calls}
                  search={{ ...filter, class: [word], counted: 'window_over' }}
                >
                  {classNames[word]} {sayCount(standing.classes[word])}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      {ledger !== null && (
        <ExplainedNumber
          size="small"
          label={teamWords.ledger}
          value={sayLedger(ledger)}
          restsOn={`${sayCount(decided)} decided calls; about 95 % sure of ${saySignedDuration(ledger.low)} to ${saySignedDuration(ledger.high)}`}
          explanation={teamExplanations.ledger}
          calls={<CallsLink filter={{ ...filter, counted: 'outcome_known' }} count={decided} />}
        />
      )}
      <TeamTrend rep={rep} />
    </div>
  )
}

/** Legs that count for the seven days, whatever measure the page is by: the ledger rests on them. */
const decidedOf = (counts: RepStanding['classes']): number =>
  callClasses
    .filter((word) => word !== 'not_linkable' && word !== 'not_counted')
    .reduce((sum, word) => sum + counts[word], 0)

const saySignedDuration = (seconds: number) =>
  `${seconds > 0 ? '+' : ''}${sayRoughDuration(seconds)}`

/** An interval that holds 0 says nothing yet. */
function sayLedger({ savedSeconds, low, high }: NonNullable<RepStanding['ledger']>): string {
  if (low <= 0 && high >= 0) return teamWords.ledgerUnsure
  const said = sayRoughDuration(Math.abs(savedSeconds))
  return savedSeconds >= 0 ? `about ${said} spared` : `about ${said} more`
}
