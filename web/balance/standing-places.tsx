import { lazy, Suspense, useMemo } from 'react'
import { type Reps } from '../../shared/balance/contract.ts'
import { Loading } from '../ui/loading.tsx'
import { isPlaced, standingDrawing } from './standing-drawing.ts'
import { StandingLegend } from './standing-legend.tsx'
import { sayNames } from './team-headline.ts'
import { repAnchor, repOfAnchor } from './team-anchor.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

const TimeOutcomeChart = lazy(async () => ({
  default: (await import('../charts/time-outcome-chart.tsx')).TimeOutcomeChart,
}))

type Props = { given: Reps; onOpen: (repId: number) => void }

/** Reps beside each other, outcome by time; who has too few calls for it is named. */
export function StandingPlaces({ given, onOpen }: Props) {
  const drawing = useMemo(() => standingDrawing({ ...given, hrefOf: repAnchor }), [given])
  const missing = given.reps.filter((standing) => !isPlaced(standing))
  return (
    <>
      {drawing.marks.length === 0 ? (
        <p>{teamWords.nonePlaced}</p>
      ) : (
        <>
          <StandingLegend />
          <Suspense fallback={<Coming />}>
            <TimeOutcomeChart
              drawing={drawing}
              label={teamWords.placeLabel}
              hint={teamWords.placeHint}
              xTitle={teamWords.placeX}
              yTitle={teamWords.placeY}
              onOpen={(href) => {
                onOpen(repOfAnchor(href))
              }}
            />
          </Suspense>
        </>
      )}
      {drawing.marks.length > 0 && missing.length > 0 && (
        <p className={classes['soft']}>
          {teamWords.notPlaced(sayNames(missing.map(({ rep }) => rep.name)))}
        </p>
      )}
    </>
  )
}

/** As high as the drawing, so that nothing jumps when it arrives. */
const Coming = () => (
  <div className={classes['coming']}>
    <Loading lines={11} />
  </div>
)
