import { type UsualTime } from '../../shared/calls/beside.ts'
import { type Outcome } from '../../shared/calls/words.ts'
import { OutcomeShape } from './outcome-mark.tsx'

const width = 148
const height = 18
/** A quarter to four times the usual, as on the plane; beyond it the mark stands at the edge. */
const doublings = 2
/** Half a mark, so that one at the edge is whole. */
const margin = 8

const xOf = (ratio: number) => {
  const at = Math.min(Math.max(Math.log2(ratio), -doublings), doublings)
  return margin + ((at + doublings) / (2 * doublings)) * (width - 2 * margin)
}

type Props = { handleSeconds: number; usual: UsualTime; outcome: Outcome }

/**
 * One call on its own small plane: the band is what calls like it usually take, the line their
 * middle, the mark this call in the form of its outcome. The words beside it say the same.
 */
export function UsualBar({ handleSeconds, usual, outcome }: Props) {
  const middle = height / 2
  const [low, high] = [
    xOf(usual.lowSeconds / usual.medianSeconds),
    xOf(usual.highSeconds / usual.medianSeconds),
  ]
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      focusable={false}
    >
      <line x1={0} x2={width} y1={middle} y2={middle} stroke="var(--ws-line)" />
      <rect x={low} width={high - low} y={3} height={height - 6} rx={2} fill="var(--ws-band)" />
      <line x1={xOf(1)} x2={xOf(1)} y1={1} y2={height - 1} stroke="var(--ws-edge)" />
      <OutcomeShape outcome={outcome} x={xOf(handleSeconds / usual.medianSeconds)} y={middle} />
    </svg>
  )
}
