import { clamp } from '../../shared/measure/clamp.ts'
import classes from './plot.module.css'
import { PointMarks } from './point-marks.tsx'
import { type TimeOutcomeDrawing, type TimeOutcomeMark } from './time-outcome.ts'
import { useFrame, type Frame } from './use-frame.ts'

type Props = {
  drawing: TimeOutcomeDrawing
  pointedKey: string | null
  onPoint: (key: string) => void
  onOpen: (href: string) => void
}

/** Everything inside the axes, from the ground up: the box, the cross-hair, intervals, marks. */
export function TimeOutcomeMarks({ drawing, pointedKey, onPoint, onOpen }: Props) {
  const frame = useFrame()
  if (!frame) return null
  const { marks, usualRate } = drawing
  const within = (x: number) => clamp(x, frame.left, frame.right)
  return (
    <g>
      <Ordinary drawing={drawing} frame={frame} />
      <line
        x1={frame.x(0)}
        x2={frame.x(0)}
        y1={frame.top}
        y2={frame.bottom}
        className={classes['middle']}
      />
      {usualRate !== null && (
        <line
          x1={frame.left}
          x2={frame.right}
          y1={frame.y(usualRate)}
          y2={frame.y(usualRate)}
          className={classes['middle']}
        />
      )}
      {marks.map((mark) => (
        <Intervals
          key={mark.key}
          mark={mark}
          frame={frame}
          isPointed={mark.key === pointedKey}
          within={within}
        />
      ))}
      <PointMarks
        marks={marks.map(({ key, name, time, rate, look, colour, words, href }) => ({
          ...{ key, name, look, colour, words, href },
          x: within(frame.x(time.at)),
          y: frame.y(rate.at),
        }))}
        pointedKey={pointedKey}
        right={frame.right}
        onPoint={onPoint}
        onOpen={onOpen}
      />
    </g>
  )
}

function Ordinary({ drawing, frame }: { drawing: TimeOutcomeDrawing; frame: Frame }) {
  if (drawing.ordinary === null) return null
  const { time, rate } = drawing.ordinary
  const left = time === null ? frame.left : Math.max(frame.x(time.low), frame.left)
  const right = time === null ? frame.right : Math.min(frame.x(time.high), frame.right)
  const [top, bottom] = [frame.y(rate.high), frame.y(rate.low)]
  return (
    <rect
      x={left}
      y={top}
      width={Math.max(right - left, 0)}
      height={Math.max(bottom - top, 0)}
      rx={3}
      className={classes['ordinary']}
    />
  )
}

type IntervalsProps = {
  mark: TimeOutcomeMark
  frame: Frame
  isPointed: boolean
  within: (x: number) => number
}

function Intervals({ mark: { time, rate }, frame, isPointed, within }: IntervalsProps) {
  const look = { className: classes['interval'], 'data-pointed': isPointed || undefined }
  const [x, y] = [within(frame.x(time.at)), frame.y(rate.at)]
  return (
    <>
      <line
        x1={within(frame.x(time.low))}
        x2={within(frame.x(time.high))}
        y1={y}
        y2={y}
        {...look}
      />
      <line x1={x} x2={x} y1={frame.y(rate.low)} y2={frame.y(rate.high)} {...look} />
    </>
  )
}
