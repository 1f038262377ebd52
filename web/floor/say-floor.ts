import { serviceLevel } from '../../shared/balance/service-level.ts'
import {
  answerSecondsTarget,
  type PeopleNow,
  type QueueDay,
  type QueueNow,
  type ShownRecognition,
} from '../../shared/floor/floor.ts'
import { type Watching } from '../../shared/floor/watching.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayShare } from '../../shared/measure/say-share.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { sayCount } from '../ui/say-count.ts'
import { floorWords, peopleWords } from './words.ts'

/** Waits are said in whole minutes from here on: nobody needs the second at ten metres. */
const saidBySecondLimit = 120

/** How long somebody has waited: "45 s", "1 min 50 s", "4 min". */
export const sayWait = (seconds: number): string =>
  sayDuration(seconds < saidBySecondLimit ? seconds : Math.floor(seconds / 60) * 60)

/**
 * The same in large on the board: "45 s", "1 min", "95 min". One number and one unit, so that it fits
 * between its neighbors, and no seconds run on under somebody's eyes for longer than a minute.
 */
export const sayWaitBriefly = (seconds: number): string =>
  seconds < 60 ? sayDuration(seconds) : `${sayCount(Math.floor(seconds / 60))} min`

/** "82 % answered within 20 s: 41 of 50, without 3 who hung up before that"; null without a call. */
export function sayServiceLevel(day: QueueDay): string | null {
  if (serviceLevel(day) === null) return null
  const counted = countedOf(day)
  const within = `answered within ${answerSecondsTarget} s`
  const basis = `${sayCount(day.answeredWithinTarget)} of ${sayCount(counted)}`
  if (counted < percentageNeeds) return `${basis} ${within}; too few for a percentage`
  return `${sayShare(day.answeredWithinTarget, counted)} ${within}: ${basis}${hungUpEarly(day)}`
}

/** What the service level is a share of (shared/balance/service-level.ts). */
const countedOf = (day: QueueDay): number =>
  day.answered + day.abandoned - day.abandonedWithinTarget

const hungUpEarly = ({ abandonedWithinTarget: early }: QueueDay): string =>
  early === 0 ? '' : `, without ${sayCount(early)} who hung up before that`

/** Solved and open together: the first says nothing without the second. */
export function saySolved({ resolved, answered, open }: QueueDay): string {
  const solved = `${sayCount(resolved)} of ${sayCount(answered)} solved so far`
  return `${solved}, ${sayCount(open)} still open`
}

/** "8 gave up, 2 were sent elsewhere"; null where everybody was answered. */
export function sayNotAnswered({ abandoned, sentElsewhere }: QueueDay): string | null {
  const elsewhere = sentElsewhere === 1 ? 'was sent elsewhere' : 'were sent elsewhere'
  const parts = [
    ...(abandoned === 0 ? [] : [`${sayCount(abandoned)} gave up`]),
    ...(sentElsewhere === 0 ? [] : [`${sayCount(sentElsewhere)} ${elsewhere}`]),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** "3 of 45 came back about the same thing": of those of which it can be known. */
export const sayReturns = (day: QueueDay): string =>
  day.linkable === 0 ? floorWords.returnsUnknown : `${sayReturnsBriefly(day)} about the same thing`

const sayReturnsBriefly = ({ returns, linkable }: QueueDay): string =>
  `${returns === 0 ? 'none' : sayCount(returns)} of ${sayCount(linkable)} came back`

/** Of the last hour; withheld under ten calls. */
export const sayUsualWait = ({ usualWaitSeconds }: QueueDay): string =>
  usualWaitSeconds === null
    ? `usual wait: fewer than ${percentageNeeds} answered in the last hour`
    : `usual wait: up to ${sayDuration(usualWaitSeconds)}, for four of five`

/** The same where there is room for few words only, to be read from far away. */
export function sayDayBriefly(day: QueueDay): string[] {
  const { resolved, open, linkable, usualWaitSeconds, answered } = day
  const counted = countedOf(day)
  const basis = `${sayCount(day.answeredWithinTarget)} of ${sayCount(counted)}`
  const share = sayShare(day.answeredWithinTarget, counted)
  const level = counted < percentageNeeds ? basis : `${share} (${basis})`
  const solved = `${sayCount(resolved)} of ${sayCount(answered)} solved`
  const notAnswered = sayNotAnswered(day)
  return [
    `${solved}, ${sayCount(open)} still open`,
    ...(counted === 0 ? [] : [`${level} within ${answerSecondsTarget} s`]),
    ...(notAnswered === null ? [] : [notAnswered]),
    ...(linkable === 0 ? [] : [sayReturnsBriefly(day)]),
    ...(usualWaitSeconds === null ? [] : [`usual wait: up to ${sayDuration(usualWaitSeconds)}`]),
  ]
}

/**
 * What stands above pages of queues: "In all: 7 waiting, longest 4 min". How many are with a
 * customer stands below them.
 */
export const sayAllQueues = ({ waiting }: QueueNow, longestSeconds: number | null): string =>
  longestSeconds === null
    ? 'In all: nobody waiting'
    : `In all: ${sayCount(waiting)} waiting, longest ${sayWaitBriefly(longestSeconds)}`

/** "28 minutes, solved for good: no internet". Never whose it was. */
export function sayRecognition({ minutes, issue }: Omit<ShownRecognition, 'id'>): string {
  const time = minutes === null ? '' : `${sayMinutes(minutes)}, `
  return `${time}${sayHowSolved(minutes)}${issue === null ? '' : `: ${issue}`}`
}

export const sayMinutes = (minutes: number): string =>
  minutes === 1 ? '1 minute' : `${sayCount(minutes)} minutes`

/** Of a call that is not recognized for its length, no length is said. */
export const sayHowSolved = (minutes: number | null): string =>
  minutes === null ? floorWords.solvedAtLast : floorWords.solvedForGood

export type PeopleShown = { state: keyof PeopleNow; count: number; words: string }

/** How many are doing what, without those states that nobody is in. */
export const peopleShown = (people: PeopleNow): PeopleShown[] =>
  (Object.keys(peopleWords) as (keyof PeopleNow)[])
    .map((state) => ({ state, count: people[state], words: peopleWords[state] }))
    .filter(({ count }) => count > 0)

export const saySource = ({ source, seconds }: { source: string; seconds: number }): string =>
  `${source}: not heard from for ${sayDuration(Math.floor(seconds / 60) * 60)}`

/** What the connection's phase means to whoever looks on. The same words as long as it lasts. */
export function sayPhase({ phase, held }: Watching): string {
  switch (phase) {
    case 'live':
      return floorWords.live
    case 'connecting':
      return held === null ? floorWords.connecting : floorWords.again
    case 'catching_up':
      return held === null ? floorWords.connecting : floorWords.catchingUp
    case 'quiet':
      return floorWords.quiet
    case 'waiting':
      return held === null ? floorWords.never : floorWords.lost
  }
}

/** An instant as a clock on the wall says it, in the viewer's own zone: "14:03". */
export const sayClock = (at: number, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...(timeZone === undefined ? {} : { timeZone }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
