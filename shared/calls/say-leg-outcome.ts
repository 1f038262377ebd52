import { type OutcomeOfCall, type TimeBesideOutcome } from './beside.ts'
import { classNames } from './class-names.ts'

/** Says a day for whoever reads: "9 March" in their time zone. */
export type SayDay = (instant: string) => string

/**
 * What became of a leg, by its class: every class that carries a meaning says its evidence, and
 * what is not known yet says from when it can be.
 */
export function sayLegOutcome(
  time: Pick<TimeBesideOutcome, 'class' | 'outcome'>,
  sayDay: SayDay,
): string {
  const { outcome } = time
  const name = classNames[time.class]
  const because = evidenceOf(outcome)
  switch (time.class) {
    case 'efficient':
      return `${name}: short for its kind, and ${because}.`
    case 'solved':
    case 'not_yet_solved':
      return `${name}: ${because}.`
    case 'extra_mile':
      return `${name}: long for its kind, and ${because}.`
    case 'hurried':
      return `${name}: ended quickly, and ${because}.`
    case 'needs_support':
      return `${name}: took long, and ${because}. What was missing: knowledge, a tool, authority?`
    case 'outcome_pending':
      return sentence(sayPending(outcome, sayDay))
    case 'handed_on':
      return `${name}: a colleague took the customer over. ${sentence(sayWhole(outcome, sayDay))}`
    case 'not_linkable':
      return `${name}: without a customer and an issue nobody can tell whether the customer called again, so it counts neither way.${sayClaim(outcome)}`
    case 'not_counted':
      return `${name}: outbound, internal, misrouted or cut off by the line, so it counts neither way.${sayClaim(outcome)}`
  }
}

function evidenceOf({ outcome, source }: OutcomeOfCall): string {
  const isResolved = outcome === 'resolved'
  if (source === 'supervisor') return `a supervisor found it ${isResolved ? '' : 'not '}resolved`
  if (source === 'survey') return `the customer said it is ${isResolved ? '' : 'not '}resolved`
  return isResolved ? 'the customer did not have to call again' : 'the customer had to call again'
}

/** Somebody's word that cannot settle it is said as theirs, before the day that can. */
function sayPending({ outcome, source, knownFrom }: OutcomeOfCall, sayDay: SayDay): string {
  const unknown = `outcome not known ${knownFrom === null ? 'yet' : `before ${sayDay(knownFrom)}`}`
  if (outcome === 'open') return unknown
  const claim = outcome === 'resolved' ? 'resolved' : 'not resolved'
  if (source === 'rep') return `marked as ${claim} on our side; ${unknown}`
  if (source === 'survey') return `the customer said it is ${claim}; ${unknown}`
  return unknown
}

function sayWhole(outcome: OutcomeOfCall, sayDay: SayDay): string {
  if (!outcome.isLinkable && outcome.state !== 'final')
    return 'the call can not be linked to later ones'
  return outcome.state === 'final' ? evidenceOf(outcome) : sayPending(outcome, sayDay)
}

const sayClaim = (outcome: OutcomeOfCall) =>
  outcome.state === 'final' && outcome.outcome !== 'open' ? ` ${sentence(evidenceOf(outcome))}` : ''

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
