import classes from './plot.module.css'
import { PointMarks } from './point-marks.tsx'
import { type StayingDay } from './staying.ts'
import { useFrame } from './use-frame.ts'

type Props = {
  days: readonly StayingDay[]
  pointedKey: string | null
  onPoint: (key: string) => void
}

export function StayingMarks({ days, pointedKey, onPoint }: Props) {
  const frame = useFrame()
  if (!frame) return null
  const steps = (of: 'share' | 'low' | 'high') =>
    days.flatMap((day, place) => {
      const before = days[place - 1]
      const from = before ? before[of] : 1
      return [`${frame.x(day.day)},${frame.y(from)}`, `${frame.x(day.day)},${frame.y(day[of])}`]
    })
  const start = `${frame.x(0)},${frame.y(1)}`
  return (
    <g>
      <polygon
        points={[start, ...steps('high'), ...steps('low').reverse()].join(' ')}
        className={classes['ordinary']}
      />
      <polyline points={[start, ...steps('share')].join(' ')} className={classes['line']} />
      <PointMarks
        marks={days.map(({ day, share, words }) => ({
          key: String(day),
          x: frame.x(day),
          y: frame.y(share),
          look: 'full',
          colour: 'var(--ws-ink-soft)',
          words,
          name: `${Math.round(100 * share)} %`,
          href: null,
        }))}
        pointedKey={pointedKey}
        right={frame.right}
        onPoint={onPoint}
        onOpen={leadsNowhere}
      />
    </g>
  )
}

const leadsNowhere = () => undefined
