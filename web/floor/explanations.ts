import { answerSecondsTarget } from '../../shared/floor/floor.ts'
import { type Explanation } from '../ui/explanation.ts'

/** What the numbers of the board mean. */
export const explanations = {
  waiting: {
    question: 'How many customers wait in this queue now?',
    formula:
      'Calls of which the phone system last said that they wait. One of which nothing is heard for two hours is not counted any more.',
    withheld:
      'Where the phone system has not been heard of for four minutes, its calls are not counted.',
    anchor: 'waiting-now',
  },
  longest: {
    question: 'How long has the first of them waited?',
    formula:
      'From when the phone system said that the call waits until now, by the server’s clock.',
    anchor: 'waiting-now',
  },
  helped: {
    question: 'How many customers are being helped now?',
    formula:
      'Reps with a customer of this queue, talking or with the customer on hold. How long they have been is not on the board.',
    anchor: 'waiting-now',
  },
  solved: {
    question: 'What became of today’s answered calls so far?',
    formula:
      'Solved: somebody’s word says so. Still open: nobody has said so, and the customer may yet call again. One says nothing without the other.',
    anchor: 'solved-so-far-today',
  },
  notAnswered: {
    question: 'How many of today’s calls were not answered?',
    formula:
      'Gave up: the customer hung up before anybody answered. Sent elsewhere: the call left the queue without a rep, to another number, a mailbox or a callback. Neither counts as answered, and only who gave up counts in the service level.',
    anchor: 'not-answered-today',
  },
  serviceLevel: {
    question: `How many customers were answered within ${answerSecondsTarget} seconds today?`,
    formula: `Answered within ${answerSecondsTarget} s ÷ (answered + given up later than that). Who hangs up earlier has not been kept waiting and is left out.`,
    withheld: 'Under ten calls it is said as a count, never as a percentage.',
    source: 'The default of four formulas in use (ICMI).',
    anchor: 'service-level',
  },
  returns: {
    question: 'How many of today’s calls are about something the customer called about before?',
    formula:
      'Calls that are the second or a later one of their chain ÷ calls whose customer and issue are known: of the others nobody can tell.',
    anchor: 'came-back-today',
  },
  usualWait: {
    question: 'How long does a customer who calls now probably wait?',
    formula: 'Four of five whose calls of the last hour were answered had waited at most so long.',
    withheld: 'Where fewer than ten were answered in the last hour.',
    anchor: 'usual-wait',
  },
  recognitions: {
    question: 'What has somebody stayed with until it was solved?',
    formula:
      'Calls that are recognized: long for their kind or after several calls, solved, and the customer has not come back within the window. Their reps have put them here today.',
    withheld: 'Whose they are, always. Minutes, where a call is not recognized for being long.',
    anchor: 'solved-for-good',
  },
} as const satisfies Record<string, Explanation>
