import { useId, useState } from 'react'
import { domainOf } from './domain.ts'
import { Plot } from './plot.tsx'
import classes from './plot.module.css'
import { type TimeOutcomeDrawing } from './time-outcome.ts'
import { rateTicks, sayTimeTick, timeDomain, timeTicks } from './time-outcome-domain.ts'
import { TimeOutcomeMarks } from './time-outcome-marks.tsx'

const height = 400

type Props = {
  drawing: TimeOutcomeDrawing
  /** What the drawing is called by a screen reader. */
  label: string
  /** Stands where a mark's words appear, until one is pointed at. */
  hint: string
  xTitle: string
  yTitle: string
  onOpen: (href: string) => void
}

/**
 * Outcome upwards, time along: neither can be read without the other. Both with their intervals,
 * a cross-hair at the usual and a box of what is ordinary. Time has no colour and no good end.
 */
export function TimeOutcomeChart({ drawing, label, hint, xTitle, yTitle, onOpen }: Props) {
  const [pointedKey, setPointedKey] = useState<string | null>(null)
  const hintId = useId()
  const domain = timeDomain(drawing)
  const ticks = rateTicks(drawing)
  const pointed = drawing.marks.find(({ key }) => key === pointedKey)
  return (
    <div role="group" aria-label={label} aria-describedby={hintId} className={classes['plot']}>
      <Plot
        height={height}
        onLeave={() => {
          setPointedKey(null)
        }}
        x={{ domain, ticks: timeTicks(domain), say: sayTimeTick, title: xTitle }}
        y={{ domain: domainOf(ticks), ticks, say: sayPercent, title: yTitle }}
      >
        <TimeOutcomeMarks
          drawing={drawing}
          pointedKey={pointedKey}
          onPoint={setPointedKey}
          onOpen={onOpen}
        />
      </Plot>
      <p id={hintId} className={classes['words']} data-pointed={pointed ? true : undefined}>
        {pointed?.words ?? hint}
      </p>
    </div>
  )
}

const sayPercent = (share: number) => `${Math.round(100 * share)} %`
