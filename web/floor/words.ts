import { type PeopleNow } from '../../shared/floor/floor.ts'

/** What the board and the pages around it say. */
export const floorWords = {
  title: 'Floor',
  lead: 'The center as it is now: who waits, who is being helped, and what became of today’s calls.',
  toWall: 'Full screen, for the wall',
  fromWall: 'Leave full screen',
  board: 'The board',
  beside: 'Beside the board',
  queues: 'Queues',
  page: (page: number, of: number) => `page ${page} of ${of}`,
  waiting: 'waiting',
  longest: 'longest wait',
  helped: 'being helped',
  nobodyWaits: 'nobody',
  /** Beside every number of a floor that is not live. */
  asOf: (time: string) => `as of ${time}`,
  noDay: 'No call of today has been recorded yet.',
  returnsUnknown: 'who came back is not known: no call names what it was about and who called',
  people: 'On the floor now',
  nobodyThere: 'No phone system says who is there.',
  recognitions: 'Solved for good',
  recognitionsLead: 'Here today because whoever took the call wants it here.',
  solvedForGood: 'solved for good',
  solvedAtLast: 'Solved for good, after several calls',
  word: 'Word of the day',
  wordLead: 'From what reps have shared of their calls.',
  mood: 'A line for everybody',
  silent: 'What is missing',
  whatIsIt: 'What is this number?',
  callsOf: (queue: string) => `Today’s calls of ${queue}, as far as you may see`,

  live: 'The floor is live.',
  connecting: 'Connecting to the floor …',
  again: 'Connecting again …',
  catchingUp: 'Catching up …',
  quiet: 'The server has fallen silent.',
  lost: 'The connection is lost. Wellspent tries again by itself.',
  never: 'The floor can’t be reached yet. This page tries again by itself.',
  from: (time: string) => `What stands here is from ${time}.`,
  blocked:
    'The server answers, but live connections do not get through. Whoever runs it can look whether something in between lets WebSockets pass.',
  tryNow: 'Try now',

  empty: 'No phone system tells Wellspent about the floor yet',
  emptyWhy:
    'The board shows who waits, who is being helped and what became of today’s calls, as soon as a phone system sends events.',
  emptyHow: 'What it sends, and where to, stands in docs/floor-protocol.md.',
  toConnections: 'Phone systems and how to connect them',
} as const

/** What people are doing, in the order in which the board says it. */
export const peopleWords: Record<keyof PeopleNow, string> = {
  available: 'free',
  ringing: 'being rung',
  onCall: 'with a customer',
  onHold: 'on hold',
  inWrapUp: 'finishing up',
  away: 'away',
  notHeardOf: 'not heard of',
}

/** Who may be glad of help, and the line for everybody: for leaders only. */
export const leaderWords = {
  help: 'Who may be glad of help',
  helpLead:
    'Calls on the line that take longer than is usual in their queue, and customers who call again. A long call is no fault: it may be the one that solves it.',
  noHelp: 'Nobody seems to need help right now',
  noHelpWhy: 'A call appears here when it takes longer than nine of ten like it.',
  notNow: 'This list is asked for again when the floor is live.',
  line: (rep: string | null) => rep ?? 'A customer who waits',
  inQueue: (queue: string | null) => (queue === null ? '' : `in ${queue}`),
  helping: 'I’m helping',
  helpingWith: (who: string) => `I’m helping: ${who}`,
  notHelping: 'I’m not helping any more',
  notHelpingWith: (who: string) => `I’m not helping any more: ${who}`,
  youHelp: 'You are helping.',
  helps: (name: string) => `${name} is helping.`,
  key: 'on a line to say so.',
  press: 'Press',
  mood: 'A line for everybody',
  moodLead:
    'Everybody sees it on the board, with no name, until midnight or until it is taken off.',
  moodLabel: 'What the board says today',
  moodSet: 'Put it on the board',
  moodOff: 'Take it off',
  moodIsSet: 'The board says it now.',
  moodIsOff: 'The line is off the board.',
} as const

/** Beside the board, for the rep alone. */
export const myLineWords = {
  title: 'My line',
  lead: 'Your own calls of today. Only you see this.',
  none: 'None of today’s calls has been recorded yet',
  noneWhy: 'A call of yours appears here when it has ended and the phone system has sent it.',
  noRep: 'Your sign-in is not linked to a rep of the phone system yet.',
  handedOn: 'Handed on',
  notLinkable: 'Not linkable',
  notCounted: 'Not counted',
  open: 'Whether a call stays resolved is known when its window has closed.',
  toCalls: 'Your calls of today',
  toRecognized: 'Your recognized calls, and whether the board shows them',
  others: 'What others solved',
  othersLead: 'What colleagues have shared in the last seven days, without names.',
  noOthers: 'Nobody has shared anything this week',
  noOthersWhy: 'What you share of a reflection appears here for your colleagues.',
} as const

/** Whether the board shows a recognized call: for its rep alone to say. */
export const choiceWords = {
  lead: 'You may put one of them on the board of the floor. It stands there until midnight without your name; colleagues may still guess whose call it was.',
  would: (said: string) => `The board would say: “${said}”`,
  says: (said: string) => `On the board today: “${said}”`,
  show: 'Show it on the board',
  showNamed: (said: string) => `Show it on the board: ${said}`,
  hide: 'Take it off',
  hideNamed: (said: string) => `Take it off: ${said}`,
  isShown: 'It is on the board until midnight.',
  isHidden: 'It is off the board.',
} as const
