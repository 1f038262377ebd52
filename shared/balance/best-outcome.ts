import {
  type Claim,
  type EvidenceConflict,
  type Outcome,
  type OutcomeSource,
  type OutcomeState,
} from '../calls/words.ts'

/** One claim about a call, kept as its own row and never overwritten. */
export type Evidence = {
  source: 'supervisor' | 'survey' | 'rep'
  claim: Claim
  at: number
  /** The handling rep verifying their own call does not count as verification. */
  byHandler: boolean
}

export type BestOutcome = {
  outcome: Outcome
  source: OutcomeSource
  state: OutcomeState
  conflicts: EvidenceConflict[]
}

/**
 * What became of this one call, by the best evidence there is? First match: a verification by
 * someone other than the handler; a repeat contact; the latest survey answer; a closed window
 * without a repeat; the rep's own word; nothing. For one call's class, its recognition and the
 * conversation about it; rates and standing use the repeat alone, the same for every call.
 * A declaration is never final, so declaring everything resolved gains nothing and doubt costs
 * nothing. For an unlinkable call `mature` and `repeat` are false: nobody would see it come back. Source: METHOD 4.3 (V16, 17 cases).
 */
export function bestOutcome(
  evidence: readonly Evidence[],
  mature: boolean,
  repeat: boolean,
): BestOutcome {
  const verified = latestClaim(evidence, 'supervisor')
  const answered = latestClaim(evidence, 'survey')
  const declared = latestClaim(evidence, 'rep')
  const conflicts: EvidenceConflict[] = []
  if (repeat && verified === 'resolved') conflicts.push('supervisor_and_repeat')
  if (repeat && answered === 'resolved') conflicts.push('survey_and_repeat')
  const found = (outcome: Outcome, source: OutcomeSource, state: OutcomeState): BestOutcome => ({
    outcome,
    source,
    state,
    conflicts,
  })

  if (verified !== null) return found(verified, 'supervisor', 'final')
  if (repeat) return found('not_resolved', 'repeat_contact', 'final')
  if (answered === 'not_resolved') return found(answered, 'survey', 'final')
  if (answered === 'resolved') return found(answered, 'survey', mature ? 'final' : 'provisional')
  if (mature) return found('resolved', 'no_repeat', 'final')
  if (declared !== null) return found(declared, 'rep', 'provisional')
  return found('open', 'none', 'provisional')
}

/** The latest claim of a source; of two at the same instant, the one for the rep. */
function latestClaim(evidence: readonly Evidence[], source: Evidence['source']): Claim | null {
  const claims = evidence.filter(
    (entry) => entry.source === source && !(source === 'supervisor' && entry.byHandler),
  )
  const latestAt = claims.reduce((latest, { at }) => Math.max(latest, at), -Infinity)
  const latest = claims.filter(({ at }) => at === latestAt)
  return (latest.find(({ claim }) => claim === 'resolved') ?? latest[0])?.claim ?? null
}
