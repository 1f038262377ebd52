import { useId } from 'react'
import { type FunnelDrawing, type FunnelMark } from './funnel.ts'
import classes from './plot.module.css'
import { PointMarks } from './point-marks.tsx'
import { useFrame, type Frame } from './use-frame.ts'

/** Half of a tick at a mark's own limit. */
const tickHalf = 4

type Props = {
  drawing: FunnelDrawing
  pointedKey: string | null
  onPoint: (key: string) => void
  onOpen: (href: string) => void
}

/** Everything inside the axes: the curves of an average mark, each mark's own limits, the marks. */
export function FunnelMarks({ drawing, pointedKey, onPoint, onOpen }: Props) {
  const frame = useFrame()
  const clipId = useId()
  if (!frame) return null
  const { marks } = drawing
  return (
    <g>
      <clipPath id={clipId}>
        <rect
          x={frame.left}
          y={frame.top}
          width={Math.max(frame.right - frame.left, 0)}
          height={Math.max(frame.bottom - frame.top, 0)}
        />
      </clipPath>
      <g clipPath={`url(#${clipId})`}>
        <Curves drawing={drawing} frame={frame} />
        {marks.map((mark) => (
          <OwnLimits key={mark.key} mark={mark} frame={frame} isPointed={mark.key === pointedKey} />
        ))}
      </g>
      <PointMarks
        marks={marks.map(({ key, name, count, value, look, colour, words, href }) => ({
          ...{ key, name, look, colour, words, href },
          x: frame.x(count),
          y: frame.y(value),
        }))}
        pointedKey={pointedKey}
        right={frame.right}
        onPoint={onPoint}
        onOpen={onOpen}
      />
    </g>
  )
}

function Curves({ drawing: { curve }, frame }: { drawing: FunnelDrawing; frame: Frame }) {
  const path = (of: 'within95' | 'within998', sign: 1 | -1) =>
    curve.map((limit) => `${frame.x(limit.count)},${frame.y(sign * limit[of])}`).join(' ')
  return (
    <>
      <line
        x1={frame.left}
        x2={frame.right}
        y1={frame.y(0)}
        y2={frame.y(0)}
        className={classes['middle']}
      />
      <polyline points={path('within95', 1)} className={classes['limit']} />
      <polyline points={path('within95', -1)} className={classes['limit']} />
      <polyline points={path('within998', 1)} className={classes['limitOuter']} />
      <polyline points={path('within998', -1)} className={classes['limitOuter']} />
    </>
  )
}

type OwnProps = { mark: FunnelMark; frame: Frame; isPointed: boolean }

/** Short ticks where chance reaches for exactly this mark's kinds of calls. */
function OwnLimits({ mark, frame, isPointed }: OwnProps) {
  const x = frame.x(mark.count)
  const reach = [mark.within95, -mark.within95, mark.within998, -mark.within998]
  return reach.map((value) => (
    <line
      key={value}
      x1={x - tickHalf}
      x2={x + tickHalf}
      y1={frame.y(value)}
      y2={frame.y(value)}
      className={classes['interval']}
      data-pointed={isPointed || undefined}
    />
  ))
}
