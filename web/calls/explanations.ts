import { type Explanation } from '../ui/explanation.ts'

const tooFew = 'Under ten calls it is said as a count, never as a percentage.'

/** What the numbers above the plane mean (METHOD 1 and 4). */
export const explanations = {
  resolved: {
    question: 'How often did the customer not have to call again?',
    formula:
      'Of the legs whose window has closed: those whose rep saw the contact through, and whose customer did not call again about the same issue within the window, counted from start to start. Legs whose window is still open are left out, also those known to have failed.',
    withheld: tooFew,
    source: 'Wilson interval, 95 %.',
    anchor: 'stayed-resolved',
  },
  returns: {
    question: 'How often did the customer try again within a day?',
    formula:
      'Of the legs whose 24 hours are over: those after which the same customer made any attempt, about any issue, within 24 hours. Legs that were handed on are left out.',
    withheld: tooFew,
    source: 'Wilson interval, 95 %.',
    anchor: 'back-within-24-hours',
  },
  handleTime: {
    question: 'What did these calls take?',
    formula:
      'Talk, hold and after-call work of each leg, added up and divided by the number of legs. A few long calls raise an average, so the middle one is said too. It describes; nobody is judged by it.',
    withheld: 'Legs without a recorded time are not in it.',
    source: '95 % interval of the mean.',
    anchor: 'handle-time',
  },
  underTenSeconds: {
    question: 'How many calls were over before they began?',
    formula:
      'Of the legs with a recorded time: those under ten seconds. Seldom can anything be settled in so little time; look at what became of them.',
    withheld: tooFew,
    source: 'Wilson interval, 95 %.',
    anchor: 'under-ten-seconds',
  },
} as const satisfies Record<string, Explanation>
