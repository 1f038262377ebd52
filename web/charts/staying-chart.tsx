import { useId, useState } from 'react'
import { domainOf, roundStep } from './domain.ts'
import { Plot } from './plot.tsx'
import classes from './plot.module.css'
import { type StayingDay } from './staying.ts'
import { StayingMarks } from './staying-marks.tsx'

const height = 300
/** A tenth of a point would look like a cliff otherwise. */
const spanLeast = 0.2

type Props = {
  days: readonly StayingDay[]
  /** What the drawing is called by a screen reader. */
  label: string
  /** Stands where a day's words appear, until one is pointed at. */
  hint: string
  xTitle: string
  yTitle: string
}

/** A curve that goes down by steps, day by day, in the band in which it lies. */
export function StayingChart({ days, label, hint, xTitle, yTitle }: Props) {
  const [pointedKey, setPointedKey] = useState<string | null>(null)
  const hintId = useId()
  const ticks = shareTicks(days)
  const last = days.at(-1)?.day ?? 1
  const pointed = days.find(({ day }) => String(day) === pointedKey)
  return (
    <div role="group" aria-label={label} aria-describedby={hintId} className={classes['plot']}>
      <Plot
        height={height}
        onLeave={() => {
          setPointedKey(null)
        }}
        x={{
          domain: [0, last + 0.3],
          ticks: Array.from({ length: last + 1 }, (_, day) => day),
          say: String,
          title: xTitle,
        }}
        y={{ domain: domainOf(ticks), ticks, say: sayPercent, title: yTitle }}
      >
        <StayingMarks days={days} pointedKey={pointedKey} onPoint={setPointedKey} />
      </Plot>
      <p id={hintId} className={classes['words']} data-pointed={pointed ? true : undefined}>
        {pointed?.words ?? hint}
      </p>
    </div>
  )
}

const sayPercent = (share: number) => `${Math.round(100 * share)} %`

function shareTicks(days: readonly StayingDay[]): number[] {
  const low = days.reduce((least, day) => Math.min(least, day.low), 1 - spanLeast)
  const step = roundStep(1 - low)
  const from = Math.max(Math.floor(low / step + 1e-9), 0)
  const to = Math.ceil(1 / step - 1e-9)
  return Array.from({ length: to - from + 1 }, (_, place) =>
    Math.min(Number(((from + place) * step).toFixed(4)), 1),
  )
}
