import { memo, type MouseEvent } from 'react'
import { type PlaneDot, type PlaneLane, type PlaneMark } from './plane.ts'
import classes from './plane.module.css'

const radius = 5
const radiusPointed = 7.5

type Props = {
  dot: PlaneDot
  x: number
  y: number
  look: PlaneLane['look']
  colour: string
  isCurrent: boolean
  isPointed: boolean
  onPoint: (mark: PlaneMark | null) => void
  onOpen: (href: string) => void
}

/** One of few: a link to what it stands for, in the form of its outcome. */
export const PlaneDotMark = memo(function PlaneDotMark(props: Props) {
  const { dot, x, y, look, colour, isPointed, onPoint, onOpen } = props
  const size = isPointed ? radiusPointed : radius
  const point = () => {
    onPoint(dot)
  }
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(dot.href)
  }
  const paint = {
    className: classes['shape'],
    stroke: colour,
    strokeWidth: 1.6,
    fill: look === 'hollow' ? 'var(--ws-paper)' : colour,
    fillOpacity: look === 'hollow' ? 1 : 0.8,
  }
  return (
    <a
      href={dot.href}
      aria-label={dot.words}
      tabIndex={props.isCurrent ? 0 : -1}
      data-mark={dot.key}
      className={classes['mark']}
      onFocus={point}
      onMouseEnter={point}
      onClick={open}
    >
      {look === 'angular' ? (
        <path
          d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`}
          {...paint}
        />
      ) : (
        <circle cx={x} cy={y} r={size - 0.5} {...paint} />
      )}
    </a>
  )
})
