import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { MarkShape, type Look } from './mark-shape.tsx'
import { markKeys, nextMark } from './next-mark.ts'
import classes from './plot.module.css'

const radius = 6.5
const radiusPointed = 8.5
/** As large as a fingertip needs (WCAG 2.2, target size). */
const reach = 12

/** A mark with its place in pixels. */
export type PlacedMark = {
  key: string
  x: number
  y: number
  look: Look
  colour: string
  /** Said when the mark is pointed at or has the focus. */
  words: string
  /** A short text beside the mark while it is pointed at. */
  name: string
  /** Where it leads; null where it only says something. */
  href: string | null
}

type Props = {
  marks: readonly PlacedMark[]
  pointedKey: string | null
  /** Where a name has no room to the right of its mark any more. */
  right: number
  onPoint: (key: string) => void
  onOpen: (href: string) => void
}

/** Marks along the x axis. One of them is in the tab order; the arrow keys lead to the others. */
export function PointMarks({ marks, pointedKey, right, onPoint, onOpen }: Props) {
  const here = useRef<SVGGElement>(null)
  const current = marks.find(({ key }) => key === pointedKey) ?? marks[0]
  const move = (event: KeyboardEvent) => {
    const key = markKeys.find((one) => one === event.key)
    if (!key || !current) return
    event.preventDefault()
    const standing = marks.map((mark) => ({ key: mark.key, lane: 'all', at: mark.x }))
    const from = { key: current.key, lane: 'all', at: current.x }
    focusMark(here.current, nextMark(standing, ['all'], from, key).key)
  }
  const pointed = marks.find(({ key }) => key === pointedKey)
  return (
    <g ref={here} onKeyDown={move}>
      {marks.map((mark) => (
        <PointMark
          key={mark.key}
          mark={mark}
          isCurrent={mark.key === current?.key}
          isPointed={mark.key === pointedKey}
          onPoint={onPoint}
          onOpen={onOpen}
        />
      ))}
      {pointed && <MarkName mark={pointed} right={right} />}
    </g>
  )
}

/** The name stands on the side that has room for it. */
function MarkName({ mark, right }: { mark: PlacedMark; right: number }) {
  const isLeft = right - mark.x < 140
  return (
    <text
      x={mark.x + (isLeft ? -radius - 6 : radius + 6)}
      y={mark.y - 8}
      textAnchor={isLeft ? 'end' : 'start'}
      className={classes['name']}
      aria-hidden
    >
      {mark.name}
    </text>
  )
}

type MarkProps = {
  mark: PlacedMark
  isCurrent: boolean
  isPointed: boolean
  onPoint: (key: string) => void
  onOpen: (href: string) => void
}

function PointMark({ mark, isCurrent, isPointed, onPoint, onOpen }: MarkProps) {
  const { key, x, y, look, colour, words, href } = mark
  const point = () => {
    onPoint(key)
  }
  const told = {
    'aria-label': words,
    'data-mark': key,
    tabIndex: isCurrent ? 0 : -1,
    className: classes['mark'],
    onFocus: point,
    onMouseEnter: point,
  }
  const drawn = (
    <>
      <circle cx={x} cy={y} r={reach} className={classes['reach']} />
      <MarkShape
        look={look}
        colour={colour}
        x={x}
        y={y}
        radius={isPointed ? radiusPointed : radius}
        className={classes['shape'] ?? ''}
      />
    </>
  )
  if (href === null) {
    return (
      <g role="img" {...told}>
        {drawn}
      </g>
    )
  }
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(href)
  }
  return (
    <a href={href} onClick={open} {...told}>
      {drawn}
    </a>
  )
}

const focusMark = (group: SVGGElement | null, key: string) => {
  group?.querySelector<SVGElement>(`[data-mark="${CSS.escape(key)}"]`)?.focus()
}
