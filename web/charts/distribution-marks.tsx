import { useId, useRef, type KeyboardEvent } from 'react'
import { type DistributionColumn, type DistributionDrawing, stack } from './distribution.ts'
import { markKeys, nextMark } from './next-mark.ts'
import { paintOf, PartPattern } from './part-pattern.tsx'
import classes from './distribution.module.css'
import { useFrame, type Frame } from './use-frame.ts'

/** Paper between neighbours, and a part of one call that is still to be seen, in pixels. */
const gap = 1.5
const heightLeast = 1
/** The words beside the line need about this much room. */
const labelRoom = 220

type Props = {
  drawing: DistributionDrawing
  pointedKey: string | null
  onPoint: (key: string) => void
}

/** The columns, then the line over them. One column is in the tab order; arrows lead on. */
export function DistributionMarks({ drawing, pointedKey, onPoint }: Props) {
  const frame = useFrame()
  const here = useRef<SVGGElement>(null)
  const patternId = useId()
  if (!frame) return null
  const { columns, parts } = drawing
  const current = columns.find(({ key }) => key === pointedKey) ?? columns[0]
  const move = (event: KeyboardEvent) => {
    const key = markKeys.find((one) => one === event.key)
    if (!key || !current) return
    event.preventDefault()
    const lane = 'all'
    const standing = columns.map((column) => ({ key: column.key, lane, at: column.from }))
    const from = { key: current.key, lane, at: current.from }
    focusColumn(here.current, nextMark(standing, [lane], from, key).key)
  }
  return (
    <g ref={here} onKeyDown={move}>
      {parts.map((part) => (
        <PartPattern key={part.key} part={part} id={`${patternId}${part.key}`} />
      ))}
      {columns.map((column) => (
        <Column
          key={column.key}
          column={column}
          drawing={drawing}
          frame={frame}
          patternId={patternId}
          isCurrent={column.key === current?.key}
          isPointed={column.key === pointedKey}
          onPoint={onPoint}
        />
      ))}
      <Line line={drawing.line} frame={frame} />
    </g>
  )
}

type ColumnProps = {
  column: DistributionColumn
  drawing: DistributionDrawing
  frame: Frame
  patternId: string
  isCurrent: boolean
  isPointed: boolean
  onPoint: (key: string) => void
}

/** The whole height above a column answers to the pointer. */
function Column({ column, drawing, frame, patternId, ...state }: ColumnProps) {
  const left = frame.x(column.from)
  /* Before the drawing has its size, rounding can put the right edge before the left one. */
  const right = Math.max(frame.x(column.to), left)
  const point = () => {
    state.onPoint(column.key)
  }
  return (
    <g
      role="img"
      aria-label={column.words}
      data-mark={column.key}
      tabIndex={state.isCurrent ? 0 : -1}
      className={classes['column']}
      onFocus={point}
      onMouseEnter={point}
    >
      <rect
        x={left}
        y={frame.top}
        width={right - left}
        height={frame.bottom - frame.top}
        className={classes[state.isPointed ? 'pointed' : 'reach']}
      />
      {stack(column, drawing.parts).map(({ part, low, high }) => (
        <rect
          key={part.key}
          x={left + gap / 2}
          y={frame.y(high)}
          width={Math.max(right - left - gap, 1)}
          height={Math.max(frame.y(low) - frame.y(high), heightLeast)}
          className={classes['piece']}
          {...paintOf(part, `${patternId}${part.key}`)}
        />
      ))}
    </g>
  )
}

function Line({ line: { at, label }, frame }: { line: DistributionDrawing['line']; frame: Frame }) {
  const x = frame.x(at)
  const isLeft = frame.right - x < labelRoom && x - frame.left > frame.right - x
  return (
    <>
      <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} className={classes['line']} />
      <text
        x={x + (isLeft ? -8 : 8)}
        y={frame.top + 12}
        textAnchor={isLeft ? 'end' : 'start'}
        className={classes['label']}
      >
        {label}
      </text>
    </>
  )
}

const focusColumn = (group: SVGGElement | null, key: string) => {
  group?.querySelector<SVGElement>(`[data-mark="${CSS.escape(key)}"]`)?.focus()
}
