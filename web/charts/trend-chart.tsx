import { useId, useState } from 'react'
import { domainOf, roundTicks } from './domain.ts'
import { Plot } from './plot.tsx'
import classes from './plot.module.css'
import { type TrendDrawing } from './trend.ts'
import { TrendMarks } from './trend-marks.tsx'

const height = 280
/** So that noise of a fraction of a call does not fill the drawing. */
const reachLeast = 5

type Props = {
  drawing: TrendDrawing
  /** What the drawing is called by a screen reader. */
  label: string
  /** Stands where a week's words appear, until one is pointed at. */
  hint: string
}

/**
 * A control chart: one mark a week, the mean and how far weeks usually reach. A week outside is a
 * square in a ring, one whose windows are not all closed stands on a hatched ground.
 */
export function TrendChart({ drawing, label, hint }: Props) {
  const [pointedKey, setPointedKey] = useState<string | null>(null)
  const hintId = useId()
  const { weeks, limits } = drawing
  const values = weeks.flatMap(({ value }) => (value === null ? [] : [value]))
  const ticks = roundTicks([...values, ...(limits ? [limits.low, limits.high] : [])], reachLeast)
  const pointed = weeks.find(({ key }) => key === pointedKey)
  return (
    <div role="group" aria-label={label} aria-describedby={hintId} className={classes['plot']}>
      <Plot
        height={height}
        onLeave={() => {
          setPointedKey(null)
        }}
        x={{
          domain: [-0.5, weeks.length - 0.5],
          ticks: weeks.map((_, place) => place),
          say: (place) => weeks[place]?.tick ?? '',
          title: drawing.xTitle,
          isEven: true,
        }}
        y={{ domain: domainOf(ticks), ticks, say: drawing.say, title: drawing.yTitle }}
      >
        <TrendMarks drawing={drawing} pointedKey={pointedKey} onPoint={setPointedKey} />
      </Plot>
      <p id={hintId} className={classes['words']} data-pointed={pointed ? true : undefined}>
        {pointed?.words ?? hint}
      </p>
    </div>
  )
}
