import { type Detector } from '../../shared/balance/words.ts'
import { type Explanation } from '../ui/explanation.ts'

const tooFew = 'Under ten calls it is said as a count, never as a percentage.'

/** What the numbers of a target mean (METHOD 7). */
export const targetExplanations = {
  within: {
    question: 'How many calls like this can be done in that time?',
    formula:
      'Of the legs of this kind whose window has closed and whose time is recorded: those whose talk, hold and after-call work together stay within the target.',
    withheld: tooFew,
    source: 'Wilson interval, 95 %.',
    anchor: 'target',
  },
  resolvedWithin: {
    question: 'What became of the calls that met the target?',
    formula:
      'Of the legs within the target: those whose rep saw the contact through, and whose customer did not call again about the same issue within the window.',
    withheld: tooFew,
    source: 'Wilson interval, 95 %.',
    anchor: 'target',
  },
  resolvedBeyond: {
    question: 'What became of the calls that took longer?',
    formula: 'The same, of the legs that took longer than the target.',
    withheld: tooFew,
    source: 'Wilson interval, 95 %.',
    anchor: 'target',
  },
} as const satisfies Record<string, Explanation>

type DetectorWords = {
  title: string
  /** Follows the name of a queue or team; `usually` is a count in words, or null. */
  seen: (given: { count: string; of: string; usually: string | null }) => string
  means: string
  meansNot: string
}

/** What one would expect, after a semicolon; nothing where there is nothing to expect. */
const beside = (usually: string | null, where: string, verb = 'it is') =>
  usually === null ? '' : `; ${where} ${verb} ${usually}`

/** What each sign is called, what it may mean, and what it does not. */
export const detectorWords: Record<Detector, DetectorWords> = {
  back_within_hour: {
    title: 'Back within the hour',
    seen: ({ count, of, usually }) =>
      `after ${of} calls, ${count} customers called again within an hour${beside(usually, 'elsewhere')}`,
    means: 'Calls may end before the matter is settled: under a target, or for want of an answer.',
    meansNot: 'Nobody has to have cut a call short. Lines break, and people forget a question.',
  },
  rep_hung_up: {
    title: 'Short calls ended from our side',
    seen: ({ count, of, usually }) =>
      `of ${of} short calls, ${count} were ended from our side${beside(usually, 'elsewhere')}`,
    means: 'Somewhere it may pay to be rid of a call quickly.',
    meansNot:
      'The phone system notes who hung up first, not why. After a goodbye either side may be first.',
  },
  just_past_window: {
    title: 'Back just after the window has closed',
    seen: ({ count, of, usually }) =>
      `of ${of} returns in the two days before and after the window’s end, ${count} came after it${beside(usually, 'evenly spread', 'it would be')}`,
    means:
      'Customers may be told to call again when the window is over, or a promise of ours takes a week.',
    meansNot:
      'Bills and deliveries have a rhythm of their own; look at what these calls are about.',
  },
  claims_against_returns: {
    title: 'Marked solved, and called again',
    seen: ({ count, of, usually }) =>
      `of ${of} calls marked solved, ${count} customers called again${beside(usually, 'elsewhere')}`,
    means: '“Solved” is said before anybody can be sure, or the word is understood differently.',
    meansNot: 'A mark enters no standing and no rate, so nobody gains by it.',
  },
  coding_drift: {
    title: 'The same issue, closed in different words',
    seen: ({ count, of, usually }) =>
      `in ${of} calls with a wrap-up code, reps chose codes for the same issue more differently than chance would have them (G is ${count}, chance alone brings ${usually ?? 'less'})`,
    means: 'The list of codes may not fit the calls, or each desk has its own habit of reading it.',
    meansNot: 'What is typed changes no comparison: calls are compared by what the system knew.',
  },
  unidentified_customers: {
    title: 'Customers nobody can link',
    seen: ({ count, of, usually }) =>
      `of ${of} calls, ${count} have no customer or issue to link them by${beside(usually, 'elsewhere')}`,
    means: 'Whether these customers came back cannot be seen. They are in no figure.',
    meansNot: 'Mostly the phone system does not know who calls; a rep can seldom change that.',
  },
  padding: {
    title: 'Hold and after-call work in long calls',
    seen: ({ count, of, usually }) =>
      `of ${of} long resolved calls, ${count} are among the fifth with most hold and after-call work${beside(usually, 'elsewhere')}`,
    means:
      'Something makes people wait or write: a slow tool, a form, a colleague who is hard to reach.',
    meansNot:
      'Nobody has to have drawn a call out. Length enters no standing, and a long call that stays resolved gets thanks, no points.',
  },
  survey_steering: {
    title: 'Who answers the survey',
    seen: ({ count, of, usually }) =>
      `after ${of} resolved calls, ${count} customers answered the survey${beside(usually, 'as often as after unresolved ones', 'it would be')}`,
    means: 'Unhappy customers may be asked less often, and then the survey says too much good.',
    meansNot:
      'People answer less when they are tired of a matter; nobody has to have held it back.',
  },
}
