import { type ReadLine } from '../../read-step.ts'
import { type RowRefusal } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { type CdrIndex } from '../asterisk-cdr/cdr-index.ts'
import { siteNames } from '../asterisk/site-names.ts'
import { emptyBook, openBook, type SavedBook } from './call-book.ts'
import { openSecondsLimit, type Taken } from './mark-call.ts'
import { type PendingLine, type QueueCall } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { refusal } from './refusal.ts'
import { callEvents, stateEvents, systemEvents, takeOwnEvent } from './take-event.ts'
import { cutAll } from './take-leaving.ts'
import { takePause } from './take-pause.ts'
import { giveUpCall, ignoreLines, put, tellCall } from './tell-call.ts'

/** Calls the log has not ended yet, or ended just now; beyond it the oldest is given up. */
export const keptCallsLimit = 10_000
/** So many of the oldest at once, because finding them takes a moment. */
const callsGivenUpAtOnce = 1_000
/** Lines of a call that wait for its end; further ones are ignored. */
const linesPerCallLimit = 1_000
/** Longer lines aren't compared with the one before. */
const comparedCharactersLimit = 500

/**
 * Reads a queue_log line by line: the heart that a file, a table and a log that is followed have
 * in common. Pure: the same lines give the same outcomes, also when what was known in between was
 * saved and restored.
 */
export function openQueueLog(
  settings: AdapterSettings,
  cdrs: CdrIndex | null = null,
  saved: SavedBook = emptyBook(),
) {
  const names = siteNames(settings.names)
  const book = openBook(saved)
  const desk: QueueDesk = { settings, names, cdrs, book, outcomes: [] }
  const flush = (): ReadLine[] => desk.outcomes.splice(0)
  return {
    /** @returns what became of this and of earlier lines */
    take: (line: PendingLine, event: QueueEvent | RowRefusal): ReadLine[] => {
      if ('reason' in event) put(line, { kind: 'refused', ...event }, desk)
      else takeLine(line, event, desk)
      return flush()
    },
    /** The log is complete: what is over is told, and what isn't stays open. */
    end: (): ReadLine[] => {
      for (const call of [...book.calls.values()]) {
        if (call.state === 'ended') tellCall(call, desk)
        else ignoreLines(call, 'still_open', desk)
      }
      return flush()
    },
    save: () => book.save(),
    /** Calls of which a record is still to come, and the latest time the log has told. */
    underWay: () => ({
      clock: book.clock,
      calls: [...book.calls.values()].filter((call) => call.state !== 'told'),
    }),
  }
}

function takeLine(line: PendingLine, event: QueueEvent, desk: QueueDesk): void {
  const { book } = desk
  book.clock = Math.max(book.clock, event.at)
  lookAtDue(desk)
  book.learn(event.member)
  const known = book.find(event.callid)
  const taken = takenFrom(line, event, known, desk)
  if ('callid' in taken) {
    noteLine(taken, line, event, desk)
    return
  }
  const begun = book.find(event.callid)
  if (!known && begun) book.forget(begun)
  put(
    line,
    'ignored' in taken ? { kind: 'ignored', rule: taken.ignored } : { kind: 'refused', ...taken },
    desk,
  )
}

function takenFrom(
  line: PendingLine,
  event: QueueEvent,
  known: QueueCall | undefined,
  desk: QueueDesk,
): Taken {
  const { name, callid } = event
  if (name === 'QUEUESTART') {
    cutAll(event, desk, (call) => {
      tellCall(call, desk)
    })
  }
  if (systemEvents.has(name)) return { ignored: 'system_event' }
  if (stateEvents.has(name)) return takePause(event, desk) ?? { ignored: 'agent_state' }
  if (known?.lastText === line.text) return { ignored: 'repeated_line' }
  if (known && known.pending.length >= linesPerCallLimit) return { ignored: 'too_many_lines' }
  const take = callEvents.get(name)
  if (!take) return takeOwnEvent(event, desk) ?? { ignored: 'unknown_event' }
  if (callid !== '' && callid !== 'NONE') return take(event, desk)
  return refusal(
    'field_missing',
    'externalId',
    `The ${name} names no call (second part of the line).`,
  )
}

/** A line that tells of a call waits for its end, brings its record, or comes after it. */
function noteLine(call: QueueCall, line: PendingLine, event: QueueEvent, desk: QueueDesk): void {
  const { book } = desk
  call.pending.push(line)
  call.lines += 1
  call.lastAt = Math.max(call.lastAt, event.at)
  book.lastTimesFrom = Math.min(book.lastTimesFrom, call.lastAt)
  call.lastText = line.text.length <= comparedCharactersLimit ? line.text : ''
  if (call.state === 'told' || (call.state === 'ended' && call.due <= book.clock)) {
    tellCall(call, desk)
  } else {
    if (call.state === 'open') call.due = book.clock + openSecondsLimit
    book.schedule(call)
  }
  makeRoom(desk)
}

function makeRoom(desk: QueueDesk): void {
  const { calls } = desk.book
  if (calls.size <= keptCallsLimit) return
  for (const call of calls.values()) {
    if (calls.size <= keptCallsLimit - callsGivenUpAtOnce) return
    leaveOut(call, 'given_up', desk)
  }
}

/** Tells, gives up or forgets the calls whose time has come. */
function lookAtDue(desk: QueueDesk): void {
  const { book } = desk
  for (let next = book.nextDue(); next !== null; next = book.nextDue()) {
    const call = book.calls.get(next)
    if (call && call.due > book.clock) book.schedule(call)
    else if (call?.state === 'ended') tellCall(call, desk)
    else if (call) leaveOut(call, 'never_ended', desk)
  }
}

function leaveOut(call: QueueCall, rule: string, desk: QueueDesk): void {
  if (call.state === 'open') giveUpCall(call, rule, desk)
  if (call.state === 'ended') tellCall(call, desk)
  desk.book.forget(call)
}

export type QueueLog = ReturnType<typeof openQueueLog>
