import { memo } from 'react'
import { type PlaneColumn, type PlaneMark } from './plane.ts'
import classes from './plane.module.css'

/** A column of one call among thousands is still to be seen. */
const lengthLeast = 2
/** Paper between neighbours. */
const gap = 1

type Props = {
  column: PlaneColumn
  left: number
  right: number
  top: number
  bottom: number
  length: number
  stroke: string
  fill: string
  isCurrent: boolean
  isPointed: boolean
  onPoint: (mark: PlaneMark | null) => void
}

/** A column whose area is the count. The whole height of the lane answers to the pointer. */
export const PlaneColumnMark = memo(function PlaneColumnMark(props: Props) {
  const { column, left, right, top, bottom, isPointed, onPoint } = props
  const width = Math.max(right - left - gap, 1)
  const length = Math.max(props.length, lengthLeast)
  const point = () => {
    onPoint(column)
  }
  return (
    <g
      role="img"
      aria-label={column.words}
      tabIndex={props.isCurrent ? 0 : -1}
      data-mark={column.key}
      className={classes['mark']}
      onFocus={point}
      onMouseEnter={point}
    >
      <rect
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        className={isPointed ? classes['pointed'] : classes['quiet']}
      />
      <rect
        x={left + gap / 2}
        y={bottom - length}
        width={width}
        height={length}
        fill={props.fill}
        stroke={props.stroke}
        strokeWidth={isPointed ? 2.5 : 1}
        className={classes['shape']}
      />
    </g>
  )
})
