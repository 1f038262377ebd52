import { type HelpReason } from '../../shared/floor/contract.ts'
import { answerSecondsTarget, type PeopleNow, type QueueDay } from '../../shared/floor/floor.ts'
import { type Watching } from '../../shared/floor/watching.ts'
import { serviceLevel } from '../../shared/balance/service-level.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayShare } from '../../shared/measure/say-share.ts'
import { sayCount } from '../ui/say-count.ts'

/** Waits are said in minutes from here on: nobody needs the second at ten metres. */
const saidBySecondLimit = 120

export const floorWords = {
  title: 'Floor',
  lead: 'The center as it is now: who waits, who is being helped, and what became of today’s calls.',
  wall: 'Full screen, for the wall',
  waiting: 'waiting',
  nobodyWaits: 'nobody waits',
  longest: 'longest wait',
  helped: 'being helped',
  solved: 'solved so far today',
  returns: 'came back about the same thing',
  recognitions: 'Solved for good',
  empty: 'No phone system tells of the floor yet',
  emptyWhy:
    'The board shows who waits and who is being helped as soon as a phone system sends events to it.',
  emptyHow: 'docs/floor-protocol.md says what it sends, and where.',
  people: 'On the floor',
  myLine: 'My line',
  myLineLead: 'Your own calls of today. Only you see this.',
  help: 'Who may be glad of help',
  helpLead:
    'Calls on the line that take longer than is usual in their queue, and customers who call again. A long call is no fault: it may be the one that solves it.',
  noHelp: 'Nobody seems to need help right now.',
  mood: 'A line for everybody',
  moodLabel: 'What the board says today',
  moodSet: 'Put it on the board',
  moodOff: 'Take it off',
  helping: 'I’m helping',
  notHelping: 'I’m not helping any more',
  helpKey: 'Press h on a line to say so.',
}

export const peopleWords: Record<keyof PeopleNow, string> = {
  available: 'free',
  ringing: 'being rung',
  onCall: 'with a customer',
  onHold: 'with a customer on hold',
  inWrapUp: 'finishing up',
  away: 'away',
  notHeardOf: 'not heard of',
}

/** What the connection's phase means to whoever looks on; null while the floor is live. */
export function sayPhase(watching: Watching, at: string | null): string | null {
  const asOf = at === null ? '' : ` What you see is from ${at}.`
  switch (watching.phase) {
    case 'live':
      return null
    case 'connecting':
    case 'catching_up':
      return at === null ? 'Connecting …' : `Connecting again …${asOf}`
    case 'quiet':
      return `Nothing is heard from the server.${asOf}`
    case 'waiting':
      return `The connection is lost and is being tried again.${asOf}`
  }
}

export const sayWait = (seconds: number): string =>
  sayDuration(seconds < saidBySecondLimit ? seconds : Math.floor(seconds / 60) * 60)

/** "82 % answered within 20 s: 41 of 50, without 3 who hung up before that". */
export function sayServiceLevel(day: QueueDay): string | null {
  const counted = day.answered + day.abandoned - day.abandonedWithinTarget
  if (serviceLevel(day) === null) return null
  const share = sayShare(day.answeredWithinTarget, counted)
  const basis = `${sayCount(day.answeredWithinTarget)} of ${sayCount(counted)}`
  const said = share === basis ? share : `${share} (${basis})`
  return `${said} answered within ${answerSecondsTarget} s${hungUpEarly(day)}`
}

const hungUpEarly = ({ abandonedWithinTarget: early }: QueueDay): string =>
  early === 0 ? '' : `, not counting ${sayCount(early)} who hung up before that`

/** Solved and open together: the first says nothing without the second. */
export const saySolved = (day: Pick<QueueDay, 'resolved' | 'open' | 'answered'>): string =>
  `${sayCount(day.resolved)} solved so far, ${sayCount(day.open)} still open`

export const sayUsualWait = ({ usualWaitSeconds }: QueueDay): string | null =>
  usualWaitSeconds === null
    ? null
    : `Four of five who called in the last hour waited at most ${sayWait(usualWaitSeconds)}`

export const saySource = (source: string, seconds: number): string =>
  `${source}: not heard from for ${sayDuration(Math.floor(seconds / 60) * 60)}`

export function sayReason(reason: HelpReason, queue: string, now: number): string {
  switch (reason.kind) {
    case 'long_on_hold':
      return `On hold for ${sayWait((now - reason.since) / 1000)}; nine of ten holds in ${queue} are over in ${sayDuration(reason.usualSeconds)} (${sayCount(reason.calls)} calls).`
    case 'long_in_queue':
      return `Waiting for ${sayWait((now - reason.since) / 1000)}; nine of ten in ${queue} are answered in ${sayDuration(reason.usualSeconds)} (${sayCount(reason.calls)} calls).`
    case 'called_before':
      return `The customer has called ${sayCount(reason.times)} times before within the window: this one may need somebody who knows the way.`
  }
}
