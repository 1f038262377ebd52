import { useId } from 'react'
import { type OutcomeOfCall } from '../../shared/calls/beside.ts'
import { type Outcome } from '../../shared/calls/words.ts'
import { outcomeColour } from './outcome-words.ts'

const side = 14

/** What an outcome is drawn as: only a final one has a form with a meaning. */
export const drawnOutcome = ({
  outcome,
  state,
}: Pick<OutcomeOfCall, 'outcome' | 'state'>): Outcome => (state === 'final' ? outcome : 'open')

/**
 * An outcome as a form: a full circle is resolved, a full diamond is not, a hatched circle is
 * not known yet. It always stands beside the same in words, so a screen reader skips it.
 */
export const OutcomeMark = ({ outcome }: { outcome: Outcome }) => (
  <svg width={side} height={side} viewBox="0 0 14 14" aria-hidden focusable={false}>
    <OutcomeShape outcome={outcome} x={7} y={7} />
  </svg>
)

/** The form of an outcome inside a drawing, around a point. */
export function OutcomeShape({ outcome, x, y }: { outcome: Outcome; x: number; y: number }) {
  const hatchId = useId()
  const colour = outcomeColour(outcome)
  if (outcome === 'resolved') return <circle cx={x} cy={y} r={5.5} fill={colour} />
  if (outcome === 'not_resolved') {
    return <path d={`M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5Z`} fill={colour} />
  }
  return (
    <>
      <pattern
        id={hatchId}
        width={3.4}
        height={3.4}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1={0} y1={0} x2={0} y2={3.4} stroke={colour} strokeWidth={1.6} />
      </pattern>
      <circle cx={x} cy={y} r={5.5} fill="var(--ws-paper)" />
      <circle cx={x} cy={y} r={5.5} fill={`url(#${hatchId})`} stroke={colour} strokeWidth={1.4} />
    </>
  )
}
