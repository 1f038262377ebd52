import { type ReactNode } from 'react'
import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import classes from './plot.module.css'

export type PlotAxis = {
  domain: readonly [low: number, high: number]
  ticks: readonly number[]
  say: (tick: number) => string
  /** What the axis measures, in a few words. */
  title: string
  /** Where ticks have no room, every second or third is left; otherwise those that fit. */
  isEven?: boolean
}

type Props = {
  x: PlotAxis
  y: PlotAxis
  height: number
  onLeave: () => void
  /** Drawn inside the axes; each piece finds its place by `useFrame`. */
  children: ReactNode
}

/** Recharts puts ticks into a layer of their own, out of reach of a style sheet. */
const tickLook = { fill: 'var(--ws-ink-soft)', fontSize: 13 }
const axisWidth = 52
const axisHeight = 30

/** Two axes with their names and room for marks between them. */
export function Plot({ x, y, height, onLeave, children }: Props) {
  return (
    <>
      <p className={classes['axis']} aria-hidden>
        ↑ {y.title}
      </p>
      <ScatterChart
        responsive
        accessibilityLayer={false}
        style={{ width: '100%', height }}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        onMouseLeave={onLeave}
      >
        {children}
        <XAxis
          type="number"
          dataKey="x"
          domain={[...x.domain]}
          ticks={[...x.ticks]}
          tickFormatter={x.say}
          height={axisHeight}
          allowDataOverflow
          interval={x.isEven === true ? 'equidistantPreserveStart' : 'preserveStart'}
          minTickGap={6}
          tick={tickLook}
          stroke="var(--ws-edge)"
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[...y.domain]}
          ticks={[...y.ticks]}
          tickFormatter={y.say}
          width={axisWidth}
          allowDataOverflow
          interval={0}
          tick={tickLook}
          stroke="var(--ws-edge)"
        />
        <Scatter data={corners(x.domain, y.domain)} shape={nothing} isAnimationActive={false} />
      </ScatterChart>
      <p className={classes['axisBelow']} aria-hidden>
        {x.title}
        {'\u00a0→'}
      </p>
    </>
  )
}

/** Axes of recharts get a scale from data only; these two points span it and draw nothing. */
const corners = (x: PlotAxis['domain'], y: PlotAxis['domain']) => [
  { x: x[0], y: y[0] },
  { x: x[1], y: y[1] },
]
const nothing = () => <g />
