import { lazy, Suspense, useCallback, useMemo } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { plane, type Plane as PlaneReply } from '../../shared/calls/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { paths } from '../paths.ts'
import { Loading } from '../ui/loading.tsx'
import { planeDrawing } from './plane-drawing.ts'
import { PlaneTable } from './plane-table.tsx'
import { sayNotPlaced } from './say-not-placed.ts'
import { useWhen } from './use-when.ts'
import classes from './plane.module.css'

const PlaneChart = lazy(async () => ({
  default: (await import('../charts/plane-chart.tsx')).PlaneChart,
}))

/** The plane of the filtered calls, with what has no place on it in words. */
export function Plane({ filter }: { filter: CallFilter }) {
  const answer = useQuery({ ...ask(plane, { query: filter }), placeholderData: keepPreviousData })
  return (
    <Answer to={answer} lines={9}>
      {(given) => (
        <div aria-busy={answer.isPlaceholderData} className={classes['plane']}>
          {given.placed > 0 ? (
            <PlaneDrawn plane={given} />
          ) : (
            <p>None of these calls has a place on the plane yet.</p>
          )}
          <NotPlaced said={sayNotPlaced(given)} />
          {given.placed > 0 && <PlaneTable plane={given} />}
        </div>
      )}
    </Answer>
  )
}

const NotPlaced = ({ said }: { said: string | null }) =>
  said !== null && <p className={classes['notPlaced']}>{said}</p>

function PlaneDrawn({ plane: given }: { plane: PlaneReply }) {
  const router = useRouter()
  const when = useWhen()
  const drawing = useMemo(
    () =>
      planeDrawing(given, {
        moment: when.moment,
        pathOf: (callId) => router.buildLocation({ to: paths.call, params: { callId } }).href,
      }),
    [given, when, router],
  )
  const open = useCallback((href: string) => void router.navigate({ href }), [router])
  return (
    <Suspense fallback={<PlaneComing />}>
      <PlaneChart
        drawing={drawing}
        label="Handle time beside the usual, by outcome"
        hint={given.dots ? dotsHint : columnsHint}
        onOpen={open}
      />
    </Suspense>
  )
}

const axis =
  '1× is what calls like it usually take, 2× twice as long; the band holds the middle 60 % of them.'
const columnsHint = `${axis} The larger a column, the more calls: point at one, or Tab here and use the arrow keys, to read its count.`
const dotsHint = `${axis} Each mark is a call: point at one, or Tab here and use the arrow keys, to read it; Enter opens it.`

/** As high as the drawing, so that nothing jumps when it arrives. */
const PlaneComing = () => (
  <div className={classes['coming']}>
    <Loading lines={9} />
  </div>
)
