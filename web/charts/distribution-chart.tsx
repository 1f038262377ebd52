import { useId, useState } from 'react'
import { domainOf, roundStep } from './domain.ts'
import { type DistributionDrawing, type DistributionPart, tallestOf } from './distribution.ts'
import { DistributionMarks } from './distribution-marks.tsx'
import { paintOf, PartPattern } from './part-pattern.tsx'
import { Plot } from './plot.tsx'
import classes from './distribution.module.css'
import plotClasses from './plot.module.css'

const height = 260
/** Room above the tallest column for the words beside the line. */
const headroom = 1.12

type Props = {
  drawing: DistributionDrawing
  /** What the drawing is called by a screen reader. */
  label: string
  /** Stands where a column's words appear, until one is pointed at. */
  hint: string
}

/** How often what took how long, each column stacked by what became of it, with one line across. */
export function DistributionChart({ drawing, label, hint }: Props) {
  const [pointedKey, setPointedKey] = useState<string | null>(null)
  const hintId = useId()
  const { columns, ticks } = drawing
  const yTicks = countTicks(tallestOf(columns) * headroom)
  const pointed = columns.find(({ key }) => key === pointedKey)
  return (
    <div role="group" aria-label={label} aria-describedby={hintId} className={plotClasses['plot']}>
      <PartList parts={drawing.parts} />
      <Plot
        height={height}
        onLeave={() => {
          setPointedKey(null)
        }}
        x={{
          domain: [columns[0]?.from ?? 0, columns.at(-1)?.to ?? 1],
          ticks,
          say: drawing.say,
          title: drawing.xTitle,
        }}
        y={{ domain: domainOf(yTicks), ticks: yTicks, say: String, title: drawing.yTitle }}
      >
        <DistributionMarks drawing={drawing} pointedKey={pointedKey} onPoint={setPointedKey} />
      </Plot>
      <p id={hintId} className={plotClasses['words']} data-pointed={pointed ? true : undefined}>
        {pointed?.words ?? hint}
      </p>
    </div>
  )
}

/** Whole numbers from 0 to at least the tallest column. */
function countTicks(tallest: number): number[] {
  const step = Math.max(1, roundStep(Math.max(tallest, 1)))
  const steps = Math.ceil(Math.max(tallest, 1) / step)
  return Array.from({ length: steps + 1 }, (_, place) => place * step)
}

const side = 14

/** What each look stands for. */
function PartList({ parts }: { parts: readonly DistributionPart[] }) {
  const id = useId()
  return (
    <ul className={classes['parts']}>
      {parts.map((part) => (
        <li key={part.key}>
          <svg width={side} height={side} viewBox={`0 0 ${side} ${side}`} aria-hidden>
            <PartPattern part={part} id={`${id}${part.key}`} />
            <rect
              x={1}
              y={1}
              width={side - 2}
              height={side - 2}
              {...paintOf(part, `${id}${part.key}`)}
            />
          </svg>
          {part.label}
        </li>
      ))}
    </ul>
  )
}
