import { useId, useMemo } from 'react'
import { Hatch } from './hatch.tsx'
import { type PlaneColumn, type PlaneDot, type PlaneLane, type PlaneMark } from './plane.ts'
import { PlaneColumnMark } from './plane-column-mark.tsx'
import { PlaneDotMark } from './plane-dot-mark.tsx'
import { swarm } from './swarm.ts'
import classes from './plane.module.css'

/** Above the marks of a lane stands its name. */
const nameHeight = 28
/** Half a dot and its outline, so that the outermost ones stay inside the lane. */
const dotMargin = 8

/** Where a lane lies, in pixels. */
type Frame = { left: number; top: number; height: number; x: (at: number) => number }

type Props = {
  lane: PlaneLane
  columns: readonly PlaneColumn[]
  dots: readonly PlaneDot[]
  /** The largest count of any lane: columns of all lanes share one scale. */
  tallest: number
  frame: Frame
  currentKey: string | null
  pointedKey: string | null
  onPoint: (mark: PlaneMark | null) => void
  onOpen: (href: string) => void
}

export function PlaneLaneMarks({ lane, columns, dots, tallest, frame, ...shared }: Props) {
  const hatchId = useId()
  const placed = useMemo(() => swarm(dots), [dots])
  const { left, top, height, x } = frame
  const half = (height - nameHeight) / 2
  const state = (mark: PlaneMark) => ({
    isCurrent: mark.key === shared.currentKey,
    isPointed: mark.key === shared.pointedKey,
    onPoint: shared.onPoint,
  })
  return (
    <g>
      {lane.look === 'hollow' && <Hatch id={hatchId} colour={lane.colour} />}
      {columns.map((column) => (
        <PlaneColumnMark
          key={column.key}
          column={column}
          left={x(column.at)}
          right={x(column.at + column.width)}
          top={top}
          bottom={top + height}
          length={((height - nameHeight) * column.count) / tallest}
          stroke={lane.colour}
          fill={lane.look === 'hollow' ? `url(#${hatchId})` : lane.colour}
          {...state(column)}
        />
      ))}
      {placed.map(({ dot, offset }) => (
        <PlaneDotMark
          key={dot.key}
          dot={dot}
          x={x(dot.at)}
          y={top + nameHeight + half + offset * (half - dotMargin) - dotMargin / 2}
          look={lane.look}
          colour={lane.colour}
          onOpen={shared.onOpen}
          {...state(dot)}
        />
      ))}
      <text x={left + 8} y={top + 19} className={classes['name']}>
        {lane.label}
      </text>
    </g>
  )
}
