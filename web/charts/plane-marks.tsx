import { useRef, type KeyboardEvent } from 'react'
import { usePlotArea, useXAxisScale } from 'recharts'
import { markKeys, nextMark } from './next-mark.ts'
import { doublingsMost } from './plane-domain.ts'
import { type PlaneDrawing, type PlaneMark } from './plane.ts'
import { PlaneLaneMarks } from './plane-lane-marks.tsx'

type Props = {
  drawing: PlaneDrawing
  pointed: PlaneMark | null
  onPoint: (mark: PlaneMark | null) => void
  onOpen: (href: string) => void
}

/** The marks of every lane. One of them is in the tab order; the arrow keys lead to the others. */
export function PlaneMarks({ drawing, pointed, onPoint, onOpen }: Props) {
  const area = usePlotArea()
  const scale = useXAxisScale()
  const here = useRef<SVGGElement>(null)
  if (!area || !scale) return null

  const { lanes, columns, dots } = drawing
  const marks: readonly PlaneMark[] = dots.length > 0 ? dots : columns
  const current = marks.find(({ key }) => key === pointed?.key) ?? marks[0]
  const height = area.height / lanes.length

  const move = (event: KeyboardEvent) => {
    const key = markKeys.find((one) => one === event.key)
    if (!key || !current) return
    event.preventDefault()
    const laneKeys = lanes.map((lane) => lane.key)
    focusMark(here.current, nextMark(marks, laneKeys, current, key))
  }

  return (
    <g ref={here} onKeyDown={move}>
      {lanes.map((lane, place) => (
        <PlaneLaneMarks
          key={lane.key}
          lane={lane}
          columns={dots.length > 0 ? [] : columns.filter((column) => column.lane === lane.key)}
          dots={dots.filter((dot) => dot.lane === lane.key)}
          tallest={columns.reduce((most, { count }) => Math.max(most, count), 1)}
          frame={{
            left: area.x,
            top: area.y + place * height,
            height,
            x: (at) => Number(scale(Math.min(Math.max(at, -doublingsMost), doublingsMost))),
          }}
          currentKey={current?.key ?? null}
          pointedKey={pointed?.key ?? null}
          onPoint={onPoint}
          onOpen={onOpen}
        />
      ))}
    </g>
  )
}

const focusMark = (group: SVGGElement | null, mark: PlaneMark) => {
  group?.querySelector<SVGElement>(`[data-mark="${CSS.escape(mark.key)}"]`)?.focus()
}
