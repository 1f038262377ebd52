import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useId } from 'react'
import { type ShareReply } from '../../shared/balance/basis.ts'
import { outcomesInTime, type OutcomesInTime } from '../../shared/balance/contract.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { Hatch } from '../charts/hatch.tsx'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { Loading } from '../ui/loading.tsx'
import { sayCount } from '../ui/say-count.ts'
import { CallsLink } from './calls-link.tsx'
import { listDays } from './list-days.ts'
import { mayReturn } from './may-return.ts'
import { sayPart, sayReach } from './target-share.ts'
import { curveDays } from './team-curve.ts'
import { type TeamSearch } from './team-search.ts'
import { teamExplanations } from './team-explanations.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

const StayingChart = lazy(async () => ({
  default: (await import('../charts/staying-chart.tsx')).StayingChart,
}))

/** What is decided, what is probable, and when customers come back. */
export function TeamOutcomes({ search }: { search: TeamSearch }) {
  const { team, from, to } = search
  const query = {
    ...(team !== undefined && { team }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
  const answer = useQuery({ ...ask(outcomesInTime, { query }), placeholderData: keepPreviousData })
  return (
    <Answer to={answer} lines={8}>
      {(given) => (
        <div aria-busy={answer.isPlaceholderData} className={classes['busy']}>
          <KnownNumbers given={given} lists={listsOf(given, search)} />
          <Curve given={given} calls={listsOf(given, search).watched} />
        </div>
      )}
    </Answer>
  )
}

type Lists = Record<'decided' | 'provisional' | 'watched' | 'notLinkable', CallFilter>

/** The calls behind each number. What is open now belongs to the weeks up to now, not to other days. */
function listsOf(given: OutcomesInTime, search: TeamSearch): Lists {
  const { team, from, to } = search
  const own = { ...(team !== undefined && { team: [team] }), ...listDays(given, { from, to }) }
  const decided: CallFilter = { ...own, counted: 'outcome_known' }
  const isUsual = from === undefined && to === undefined
  return {
    decided,
    provisional: isUsual ? { ...own, counted: 'known_or_open' } : decided,
    watched: isUsual
      ? { ...own, counted: 'watched_for_returns' }
      : { ...decided, class: mayReturn },
    notLinkable: { ...own, class: ['not_linkable'] },
  }
}

function KnownNumbers({ given, lists }: { given: OutcomesInTime; lists: Lists }) {
  const { mature, provisional, notLinkable } = given
  return (
    <div className={classes['numbers']}>
      <ExplainedNumber
        label="Decided: stayed resolved"
        value={sayValue(mature)}
        restsOn={sayRests(mature, 'decided calls')}
        explanation={teamExplanations.mature}
        calls={mature.of > 0 && <CallsLink filter={lists.decided} count={mature.of} />}
      />
      {provisional !== null && (
        <ExplainedNumber
          label="With open calls, provisional"
          value={
            <span className={classes['provisional']}>
              <OpenMark />
              {provisional.calls < percentageNeeds
                ? 'too few calls'
                : `about ${Math.round(100 * provisional.rate)} %`}
            </span>
          }
          restsOn={`${sayCount(provisional.calls)} calls, ${sayCount(provisional.open)} of them still open`}
          explanation={teamExplanations.provisional}
          calls={<CallsLink filter={lists.provisional} count={provisional.calls} />}
        />
      )}
      <ExplainedNumber
        label="Not linkable, in no figure"
        value={sayValue(notLinkable)}
        restsOn={sayRests(notLinkable, 'calls')}
        explanation={teamExplanations.notLinkable}
        calls={
          notLinkable.count > 0 && (
            <CallsLink filter={lists.notLinkable} count={notLinkable.count} />
          )
        }
      />
    </div>
  )
}

const sayValue = (share: ShareReply) => (share.of === 0 ? 'none yet' : sayPart(share))

function sayRests(share: ShareReply, what: string): string {
  const reach = sayReach(share)
  if (share.of === 0) return `no ${what} yet`
  if (reach === null) return `${what}; too few for a percentage`
  return keepTogether(
    `${sayCount(share.count)} of ${sayCount(share.of)} ${what}; about 95 % sure of ${reach}`,
  )
}

/** What is not known yet is hatched, wherever it stands. */
function OpenMark() {
  const hatchId = useId()
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden focusable={false}>
      <Hatch id={hatchId} colour="var(--outcome-open)" />
      <rect
        x={1}
        y={1}
        width={14}
        height={14}
        fill={`url(#${hatchId})`}
        stroke="var(--outcome-open)"
      />
    </svg>
  )
}

function Curve({ given: { curve }, calls }: { given: OutcomesInTime; calls: CallFilter }) {
  const days = curveDays(curve)
  if (days.length === 0) return <p>{teamWords.curveTooFew}</p>
  return (
    <>
      <Suspense fallback={<Loading lines={8} />}>
        <StayingChart
          days={days}
          label={teamWords.curveLabel}
          hint={teamWords.curveHint}
          xTitle={teamWords.curveX}
          yTitle={teamWords.curveY}
        />
      </Suspense>
      <p className={classes['soft']}>
        <CallsLink filter={calls} of={teamWords.curveLabel} />
      </p>
    </>
  )
}
