import { type CallClass, type Outcome, type OutcomeState, type TimeClass } from '../calls/words.ts'

export type ClassedLeg = {
  timeClass: TimeClass
  outcome: Outcome
  state: OutcomeState
  handedOn: boolean
  linkable: boolean
  /** Inbound and not neutral; what is not counted is worth nothing either way. */
  counted: boolean
}

/** The legs to talk about; only a final outcome that is not resolved leads here. */
export const coachingClasses = ['hurried', 'needs_support'] as const satisfies CallClass[]

const classes = {
  resolved: { short: 'efficient', usual: 'solved', long: 'extra_mile', no_reference: 'solved' },
  not_resolved: {
    short: 'hurried',
    usual: 'not_yet_solved',
    long: 'needs_support',
    no_reference: 'not_yet_solved',
  },
} as const satisfies Record<Exclude<Outcome, 'open'>, Record<TimeClass, CallClass>>

/**
 * What does a leg's time mean beside its outcome? Time and outcome as one word; length alone means
 * nothing in any of them, and a provisional outcome is always `outcome_pending`. Legs that are not
 * counted, unlinkable calls and legs that handed on have neutral words of their own.
 * Example (V8): 1680 s is `extra_mile` if resolved, `needs_support` if not, `outcome_pending`
 * before. Source: METHOD 6.
 */
export function callClass(leg: ClassedLeg): CallClass {
  if (!leg.counted) return 'not_counted'
  if (!leg.linkable) return 'not_linkable'
  if (leg.handedOn) return 'handed_on'
  if (leg.state !== 'final' || leg.outcome === 'open') return 'outcome_pending'
  return classes[leg.outcome][leg.timeClass]
}
