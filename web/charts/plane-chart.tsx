import { useId, useState } from 'react'
import { ReferenceArea, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { type PlaneDrawing, type PlaneMark } from './plane.ts'
import { planeDomain, planeTicks, sayTick } from './plane-domain.ts'
import { PlaneMarks } from './plane-marks.tsx'
import classes from './plane.module.css'

const laneHeight = 108
const axisHeight = 34
/** Recharts puts ticks into a layer of their own, out of reach of a style sheet. */
const tickLook = { fill: 'var(--ws-ink-soft)', fontSize: 13 }
/** A layer of recharts below the marks. */
const behind = -50

type Props = {
  drawing: PlaneDrawing
  /** What the drawing is called by a screen reader. */
  label: string
  /** Stands where a mark's words appear, until one is pointed at. */
  hint: string
  onOpen: (href: string) => void
}

/**
 * Time relative to what is usual, along a logarithmic axis, in one lane for each outcome: how
 * long something took and what became of it can't be read apart. Loaded lazily, because it is
 * the only part that needs recharts.
 */
export function PlaneChart({ drawing, label, hint, onOpen }: Props) {
  const [pointed, setPointed] = useState<PlaneMark | null>(null)
  const hintId = useId()
  const domain = planeDomain(drawing)
  const { band, lanes } = drawing
  return (
    <div role="group" aria-label={label} aria-describedby={hintId} className={classes['plane']}>
      <ScatterChart
        responsive
        accessibilityLayer={false}
        style={{ width: '100%', height: lanes.length * laneHeight + axisHeight }}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        onMouseLeave={() => {
          setPointed(null)
        }}
      >
        {band && (
          <ReferenceArea
            x1={band.low}
            x2={band.high}
            className={classes['band'] ?? ''}
            ifOverflow="hidden"
            zIndex={behind}
          />
        )}
        <ReferenceLine x={0} className={classes['usual'] ?? ''} zIndex={behind} />
        {lanes.slice(1).map(({ key }, place) => (
          <ReferenceLine key={key} y={place + 1} className={classes['divider'] ?? ''} />
        ))}
        <PlaneMarks drawing={drawing} pointed={pointed} onPoint={setPointed} onOpen={onOpen} />
        <XAxis
          type="number"
          dataKey="x"
          domain={domain}
          ticks={planeTicks(domain)}
          tickFormatter={sayTick}
          height={axisHeight}
          allowDataOverflow
          interval={0}
          tick={tickLook}
          stroke="var(--ws-edge)"
        />
        <YAxis hide type="number" dataKey="y" domain={[0, lanes.length]} />
        <Scatter data={corners(domain, lanes.length)} shape={nothing} isAnimationActive={false} />
      </ScatterChart>
      <p id={hintId} className={classes['words']}>
        {pointed?.words ?? hint}
      </p>
    </div>
  )
}

/** Axes of recharts get a scale from data only; these two points span it and draw nothing. */
const corners = ([low, high]: readonly [number, number], lanes: number) => [
  { x: low, y: 0 },
  { x: high, y: lanes },
]
const nothing = () => <g />
