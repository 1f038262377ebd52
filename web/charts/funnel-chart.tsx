import { useId, useState } from 'react'
import { domainOf } from './domain.ts'
import { type FunnelDrawing } from './funnel.ts'
import { countTicks, excessTicks } from './funnel-domain.ts'
import { FunnelMarks } from './funnel-marks.tsx'
import { Plot } from './plot.tsx'
import classes from './plot.module.css'

const height = 380

type Props = {
  drawing: FunnelDrawing
  /** What the drawing is called by a screen reader. */
  label: string
  /** Stands where a mark's words appear, until one is pointed at. */
  hint: string
  xTitle: string
  yTitle: string
  onOpen: (href: string) => void
}

/** How far each is from what is expected, beside how far chance alone reaches for so many calls. */
export function FunnelChart({ drawing, label, hint, xTitle, yTitle, onOpen }: Props) {
  const [pointedKey, setPointedKey] = useState<string | null>(null)
  const hintId = useId()
  const counts = countTicks(drawing)
  const values = excessTicks(drawing)
  const pointed = drawing.marks.find(({ key }) => key === pointedKey)
  return (
    <div role="group" aria-label={label} aria-describedby={hintId} className={classes['plot']}>
      <Plot
        height={height}
        onLeave={() => {
          setPointedKey(null)
        }}
        x={{ domain: domainOf(counts), ticks: counts, say: sayWhole, title: xTitle }}
        y={{ domain: domainOf(values), ticks: values, say: saySigned, title: yTitle }}
      >
        <FunnelMarks
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

const whole = new Intl.NumberFormat('en-GB')
const sayWhole = (count: number) => whole.format(count)
const saySigned = (value: number) =>
  value === 0 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value)}`
