import { type Voice } from '../../shared/balance/label-words.ts'
import { type Explanation } from '../ui/explanation.ts'

const tooFew = 'Under ten calls it is said as a count, never as a percentage.'

/** What is compared with what, in either voice. */
const kinds =
  'same queue, issue, audience, place in the chain and caller frequency, or whatever else an administrator chose'

type StandingExplanations = Record<'counts' | 'rate' | 'effect' | 'time', Explanation>

/** As whoever leads a rep reads it. */
const ofRep: StandingExplanations = {
  counts: {
    question: 'How many of these calls turned out well, and how many would with colleagues?',
    formula: `Calls whose window has closed and stayed without a return, beside the sum of what colleagues get resolved of the same kinds of calls: ${kinds}. No duration enters either of them.`,
    source: 'Leave-one-out: a rep’s own calls are not in what they are compared with.',
    anchor: 'expected',
  },
  rate: {
    question: 'What would this rep get resolved of everybody’s calls?',
    formula:
      'What is known of the rep’s effect, applied to the center’s common mix of calls. Two reps with easy and with hard calls may be laid side by side by it, which their own shares do not allow.',
    withheld: tooFew,
    source: 'Direct standardization; the interval holds about 95 %.',
    anchor: 'standardized-rate',
  },
  effect: {
    question: 'How far do outcomes differ from colleagues’ on the same kinds of calls?',
    formula:
      'One number on the log-odds scale: 0 is like colleagues, +0.10 is about 2 points of 100 at a share of 70 %. Few calls pull it towards 0. Clearly above: at least 97.5 % sure of more than +0.10. Clearly below: at least 97.5 % sure of less than −0.25; doubt counts for the rep.',
    source: 'Empirical-Bayes posterior; the interval holds about 95 %.',
    anchor: 'standing',
  },
  time: {
    question: 'Do these calls take longer than colleagues’ calls of the same kinds?',
    formula:
      'The middle of how many times as long each call took as colleagues’ calls of its kind, on a logarithmic scale. It describes. No standing, order or threshold rests on it, and it never stands without the outcome.',
    withheld: 'Under ten comparable calls nothing is said.',
    source: 'Geometric mean; the interval holds about 95 %.',
    anchor: 'time-index',
  },
}

/** The same numbers, explained to the rep they are of. */
const toYou: StandingExplanations = {
  counts: {
    ...ofRep.counts,
    question: 'How many of your calls turned out well, and how many would with colleagues?',
    source: 'Leave-one-out: your own calls are not in what you are compared with.',
  },
  rate: {
    ...ofRep.rate,
    question: 'What would you get resolved of everybody’s calls?',
    formula:
      'What is known of how your calls turn out, applied to the center’s common mix of calls. So an easy or a hard mix of your own does not count for or against you.',
  },
  effect: {
    ...ofRep.effect,
    question: 'How far do your outcomes differ from colleagues’ on the same kinds of calls?',
    formula:
      'One number on the log-odds scale: 0 is like colleagues, +0.10 is about 2 points of 100 at a share of 70 %. Few calls pull it towards 0. Clearly above: at least 97.5 % sure of more than +0.10. Clearly below: at least 97.5 % sure of less than −0.25; doubt counts for you.',
  },
  time: {
    ...ofRep.time,
    question: 'Do your calls take longer than colleagues’ calls of the same kinds?',
    formula:
      'The middle of how many times as long each call of yours took as colleagues’ calls of its kind, on a logarithmic scale. It describes. No standing, order or threshold rests on it, and it never stands without the outcome.',
  },
}

/** What the numbers of a standing mean, to whom it is said (METHOD 2.5, 3 and 5). */
export const standingExplanations: Record<Voice, StandingExplanations> = {
  rep: ofRep,
  you: toYou,
}
