import { lazy, Suspense, useMemo } from 'react'
import { type Trend } from '../../shared/balance/contract.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { Loading } from '../ui/loading.tsx'
import { sayUtcDay } from '../ui/say-utc-day.ts'
import { CallsLink } from './calls-link.tsx'
import { daysOfWeek, sayTrend, sayWeek, trendDrawing, withoutGaps } from './trend-drawing.ts'
import classes from './trend-shown.module.css'

const TrendChart = lazy(async () => ({
  default: (await import('../charts/trend-chart.tsx')).TrendChart,
}))

const hint =
  'Each mark is a week on one fixed baseline, the dotted line their mean. Between the outer lines differences are noise; a square in a ring lies outside. Point at a week, or Tab here and use the arrow keys, to read it.'

type Props = {
  trend: Trend
  /** Whose it is: "Ana", "the team Internet". */
  of: string
  /** Whose calls a week's list shows. */
  filter: CallFilter
}

/** Week by week what was resolved beyond what is expected: in words, drawn, and as a list. */
export function TrendShown({ trend, of, filter }: Props) {
  const drawing = useMemo(() => trendDrawing(trend), [trend])
  const hasPoints = trend.weeks.some(({ excessPerHundred }) => excessPerHundred !== null)
  return (
    <div>
      <p className={classes['said']}>{sayTrend(trend)}</p>
      {hasPoints && (
        <Suspense fallback={<Coming />}>
          <TrendChart drawing={drawing} label={`Week by week: ${of}`} hint={hint} />
        </Suspense>
      )}
      {trend.weeks.length > 0 && (
        <details className={classes['weeks']}>
          <summary>The weeks in words</summary>
          <ol>
            {withoutGaps(trend.weeks).map((week) => (
              <li key={week.startsOn}>
                {sayWeek(week)}.{' '}
                {week.mature > 0 && (
                  <CallsLink
                    filter={{ ...filter, ...daysOfWeek(week), counted: 'outcome_known' }}
                    of={sayUtcDay(week.startsOn)}
                  />
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

/** As high as the drawing, so that nothing jumps when it arrives. */
const Coming = () => (
  <div className={classes['coming']}>
    <Loading lines={7} />
  </div>
)
