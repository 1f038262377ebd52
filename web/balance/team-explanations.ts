import { type Explanation } from '../ui/explanation.ts'

const wilson = 'Wilson interval, 95 %.'
const tooFew = 'Under ten calls it is said as a count, never as a percentage.'

/** What the numbers of the page mean (METHOD 3.4, 4.2 and 5). */
export const teamExplanations = {
  usualRate: {
    question: 'What does the center as a whole get resolved?',
    formula:
      'The expected share of each kind of call, weighted by how often that kind occurs in the center. It is the middle line every rep’s number is compared with.',
    withheld: 'Before there is a first comparison.',
    anchor: 'standardized-rate',
  },
  tau: {
    question: 'How much do reps differ, beyond chance?',
    formula:
      'The spread τ of reps’ effects in log-odds, after chance and the mix of calls are taken out, to either side of what is usual in the center. It comes from the version before, so that nobody’s own calls of now can move it; 0.30 is taken where nothing is known yet.',
    source: 'DerSimonian–Laird, with outliers held back.',
    anchor: 'between-reps',
  },
  phi: {
    question: 'Do reps differ by more than chance and the known mix explain?',
    formula:
      'Overdispersion φ: 1 is chance alone. Real differences between reps raise it, the more the more calls each has; so does whatever makes calls of one kind differ and is not recorded. Where it is high, read differences between reps with both in mind.',
    anchor: 'between-reps',
  },
  mature: {
    question: 'How often did the customer not have to call again?',
    formula:
      'Of the calls whose window has closed: those seen through, and without another call about the same issue within it. Calls whose window is open are left out, also those known to have failed.',
    withheld: tooFew,
    source: wilson,
    anchor: 'stayed-resolved',
  },
  provisional: {
    question: 'What will the share probably be, open calls included?',
    formula:
      'Decided calls as they are; each open call at the probability that it ends resolved, given that nobody has come back so far. It changes until the windows have closed, so nothing is judged by it.',
    withheld: tooFew,
    source: 'Right-censored outcomes.',
    anchor: 'outcomes-in-time',
  },
  notLinkable: {
    question: 'How many calls are in no figure?',
    formula:
      'Calls without a customer or an issue: whether the customer came back cannot be seen. They are worth nothing either way.',
    withheld: tooFew,
    source: wilson,
    anchor: 'outcomes-in-time',
  },
  curve: {
    question: 'When do customers come back?',
    formula:
      'Day by day: of the calls watched so long and not returned before, the share without a return on that day; the shares are multiplied.',
    withheld: 'Days on which fewer than ten calls are watched are not drawn.',
    source: 'Kaplan–Meier with Greenwood’s variance.',
    anchor: 'outcomes-in-time',
  },
  cost: {
    question: 'What does a resolution take in handle time, all its calls together?',
    formula:
      'Talk, hold and after-call work of every call of a closed chain, promised call-backs included, added up; the mean over closed chains. A short call that leads to three others is in it with all four.',
    withheld: 'Under two closed chains.',
    source: '95 % interval of the mean.',
    anchor: 'handle-time-per-resolution',
  },
  contacts: {
    question: 'How many calls does a resolution take?',
    formula: 'Calls in closed chains, divided by closed chains. 1 would be every matter at once.',
    withheld: 'Where no chain is closed.',
    anchor: 'contacts-per-resolution',
  },
  chains: {
    question: 'What does it rest on?',
    formula:
      'Closed: the window of the last call is over without another. Open: it is not over yet, and nobody knows; open chains are in no figure.',
    anchor: 'handle-time-per-resolution',
  },
  ledger: {
    question: 'Did these calls spare later ones, or lead to some?',
    formula:
      'Each resolved call is worth the later handling calls like it usually lead to, each unresolved one costs it, at standard cost: what later calls really took is not charged to anybody. An explanation; no part of standing.',
    source: 'The interval holds about 95 %.',
    anchor: 'minutes-ledger',
  },
} as const satisfies Record<string, Explanation>
