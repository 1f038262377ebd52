import { lazy, Suspense, useMemo } from 'react'
import { type Reps } from '../../shared/balance/contract.ts'
import { Loading } from '../ui/loading.tsx'
import { funnelDrawing, hasFunnel, isOverdispersed } from './funnel-drawing.ts'
import { StandingLegend } from './standing-legend.tsx'
import { repAnchor, repOfAnchor } from './team-anchor.ts'
import { sayNames } from './team-headline.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

const FunnelChart = lazy(async () => ({
  default: (await import('../charts/funnel-chart.tsx')).FunnelChart,
}))

type Props = { given: Reps; onOpen: (repId: number) => void }

/** The funnel of the listed reps, and in words whether chance explains how they differ. */
export function FunnelShown({ given, onOpen }: Props) {
  const drawing = useMemo(() => funnelDrawing({ ...given, hrefOf: repAnchor }), [given])
  const missing = given.reps.filter((standing) => !hasFunnel(standing))
  if (drawing.marks.length === 0) return <p>{teamWords.nonePlaced}</p>
  return (
    <>
      {isOverdispersed(given.phi) && <p>{teamWords.overdispersed}</p>}
      <StandingLegend />
      <Suspense fallback={<Coming />}>
        <FunnelChart
          drawing={drawing}
          label={teamWords.funnelLabel}
          hint={teamWords.funnelHint}
          xTitle={teamWords.funnelX}
          yTitle={teamWords.funnelY}
          onOpen={(href) => {
            onOpen(repOfAnchor(href))
          }}
        />
      </Suspense>
      {missing.length > 0 && (
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
