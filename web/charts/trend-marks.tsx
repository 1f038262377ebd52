import { useId } from 'react'
import { Hatch } from './hatch.tsx'
import classes from './plot.module.css'
import { PointMarks, type PlacedMark } from './point-marks.tsx'
import { type TrendDrawing } from './trend.ts'
import { useFrame, type Frame } from './use-frame.ts'

type Props = {
  drawing: TrendDrawing
  pointedKey: string | null
  onPoint: (key: string) => void
}

/** Everything inside the axes: hatched weeks, lines, then the marks over them. */
export function TrendMarks({ drawing, pointedKey, onPoint }: Props) {
  const frame = useFrame()
  if (!frame) return null
  const marks = placedOf(drawing, frame)
  const outside = marks.filter(({ look }) => look === 'square')
  return (
    <g>
      <OpenWeeks drawing={drawing} frame={frame} />
      <Limits drawing={drawing} frame={frame} />
      <OpenNote drawing={drawing} frame={frame} />
      {runsOf(drawing, frame).map((points) => (
        <polyline key={points} points={points} className={classes['line']} />
      ))}
      {outside.map(({ key, x, y }) => (
        <circle key={key} cx={x} cy={y} r={11} className={classes['limit']} />
      ))}
      <PointMarks
        marks={marks}
        pointedKey={pointedKey}
        right={frame.right}
        onPoint={onPoint}
        onOpen={leadsNowhere}
      />
    </g>
  )
}

const leadsNowhere = () => undefined

/** Lines through weeks that follow each other; a week without a point leaves a gap. */
function runsOf({ weeks }: TrendDrawing, frame: Frame): string[] {
  const runs: string[][] = [[]]
  for (const [place, { value }] of weeks.entries()) {
    if (value === null) runs.push([])
    else runs.at(-1)?.push(`${frame.x(place)},${frame.y(value)}`)
  }
  return runs.filter((run) => run.length > 1).map((run) => run.join(' '))
}

function placedOf({ weeks, say }: TrendDrawing, frame: Frame): PlacedMark[] {
  return weeks.flatMap(({ key, value, isOpen, isOutside, words }, place) => {
    if (value === null) return []
    const look = isOpen ? 'hollow' : isOutside ? 'square' : 'full'
    const at = { x: frame.x(place), y: frame.y(value) }
    const colour = isOutside && !isOpen ? 'var(--ws-accent)' : 'var(--ws-ink-soft)'
    return [{ key, ...at, look, colour, words, name: say(value), href: null }]
  })
}

/** The ground of weeks whose outcomes are not all known. */
function OpenWeeks({ drawing: { weeks }, frame }: { drawing: TrendDrawing; frame: Frame }) {
  const hatchId = useId()
  const first = weeks.findIndex(({ isOpen }) => isOpen)
  if (first < 0) return null
  const left = frame.x(first - 0.5)
  const right = frame.x(weeks.length - 0.5)
  return (
    <>
      <Hatch id={hatchId} colour="var(--ws-line)" />
      <rect
        x={left}
        y={frame.top}
        width={right - left}
        height={frame.bottom - frame.top}
        fill={`url(#${hatchId})`}
      />
    </>
  )
}

/** What the ground means, over the lines so that none crosses it out. */
const OpenNote = ({ drawing: { weeks, names }, frame }: { drawing: TrendDrawing; frame: Frame }) =>
  weeks.some(({ isOpen }) => isOpen) && (
    <text x={frame.right - 4} y={frame.top + 14} textAnchor="end" className={classes['note']}>
      {names.open}
    </text>
  )

function Limits({ drawing: { limits, names }, frame }: { drawing: TrendDrawing; frame: Frame }) {
  if (!limits) return null
  const line = (value: number) => ({
    x1: frame.left,
    x2: frame.right,
    y1: frame.y(value),
    y2: frame.y(value),
  })
  return (
    <>
      <line {...line(limits.mean)} className={classes['middle']} />
      <line {...line(limits.low)} className={classes['limit']} />
      <line {...line(limits.high)} className={classes['limit']} />
      <text x={frame.left + 6} y={frame.y(limits.high) - 5} className={classes['note']}>
        {names.limit}
      </text>
    </>
  )
}
