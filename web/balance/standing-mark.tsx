import { type StandingLabel } from '../../shared/balance/standing-label.ts'
import { MarkShape } from '../charts/mark-shape.tsx'
import { standingLooks } from './standing-look.ts'

const side = 16

/** A label as the form it has in the drawings. The same stands beside it in words. */
export function StandingMark({ label }: { label: StandingLabel }) {
  const { look, colour } = standingLooks[label]
  return (
    <svg width={side} height={side} viewBox={`0 0 ${side} ${side}`} aria-hidden focusable={false}>
      <MarkShape look={look} colour={colour} x={side / 2} y={side / 2} radius={6} />
    </svg>
  )
}
