import { lineMillisecondsLimit } from '../../shared/floor/count-floor.ts'
import {
  type LinePresence,
  type PresenceEvent,
  type RepPresence,
  wordOnCall,
  wordOnRep,
} from '../../shared/floor/presence.ts'
import { lineStates, repStates } from '../../shared/floor/words.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { foldWords } from './fold-words.ts'
import {
  beginChange,
  dropLines,
  findLines,
  findReps,
  keepLines,
  keepReps,
  keepSources,
  tellServers,
} from './presence-store.ts'

/** An event that was checked; `at` in epoch milliseconds, the customer as a keyed hash. */
export type HeardEvent = { event: PresenceEvent; at: number; customerKey: string | null }

/** Calls are dropped this long after nothing late of them is taken any more. */
const droppedAfterMilliseconds = 3_600_000

/**
 * Keeps what events say, if nothing later is known. A word on a call that is older than anybody
 * waits is not taken: it could call back a call that has been dropped since.
 *
 * @returns how many were news
 */
export const hearEvents = (
  database: Database,
  organizationId: number,
  heard: readonly HeardEvent[],
  now: number,
): Promise<number> =>
  database.writing.begin(async (transaction) => {
    const change = await beginChange(transaction, organizationId)
    const reps = heard.flatMap(repOf)
    const lines = heard.flatMap(lineOf).filter(({ at }) => now - at <= lineMillisecondsLimit)
    const accepted =
      (await hearReps(transaction, organizationId, reps, change)) +
      (await hearLines(transaction, organizationId, lines, change))
    const sources = [...new Set(heard.map(({ event }) => event.source))].sort()
    await keepSources(transaction, organizationId, { sources, now }, change)
    const before = now - lineMillisecondsLimit - droppedAfterMilliseconds
    await dropLines(transaction, organizationId, before)
    await tellServers(transaction, organizationId, 'presence')
    return accepted + heard.filter(({ event }) => event.kind === 'alive').length
  })

const repOf = ({ event, at }: HeardEvent): RepPresence[] =>
  event.kind === 'rep' ? [wordOnRep(event, at)] : []

const lineOf = ({ event, at, customerKey }: HeardEvent): LinePresence[] =>
  event.kind === 'call' ? [{ ...wordOnCall(event, at), customerKey }] : []

async function hearReps(
  transaction: Transaction,
  organizationId: number,
  words: readonly RepPresence[],
  change: number,
): Promise<number> {
  if (words.length === 0) return 0
  const known = await findReps(transaction, organizationId, {
    sources: words.map(({ source }) => source),
    reps: words.map(({ rep }) => rep),
  })
  const keyOf = ({ source, rep }: RepPresence) => `${source}\u0000${rep}`
  const { changed, accepted } = foldWords(known, words, keyOf, repStates)
  await keepReps(transaction, organizationId, changed, change)
  return accepted
}

async function hearLines(
  transaction: Transaction,
  organizationId: number,
  words: readonly LinePresence[],
  change: number,
): Promise<number> {
  if (words.length === 0) return 0
  const known = await findLines(transaction, organizationId, {
    sources: words.map(({ source }) => source),
    calls: words.map(({ call }) => call),
  })
  const keyOf = ({ source, call }: LinePresence) => `${source}\u0000${call}`
  const { changed, accepted } = foldWords(known, words, keyOf, lineStates)
  await keepLines(transaction, organizationId, changed, change)
  return accepted
}
