import {
  type CallRecord,
  type LegRecord,
  legsPerCallLimit,
  type OfferRecord,
  offersPerCallLimit,
} from '../../../../shared/calls/call-record.ts'
import { type OfferResult } from '../../../../shared/calls/words.ts'
import { type AdapterSettings } from '../adapter.ts'
import { isExtension, outsideCaller } from '../asterisk/extension.ts'
import { cdrVersion } from '../asterisk/record-version.ts'
import { type SiteNames } from '../asterisk/site-names.ts'
import { directionOf } from './cdr-direction.ts'
import { type TimedCdr } from './timed-cdr.ts'
import { deviceOf, isLocal } from './channel.ts'

/** The record of a call, from all rows that tell of it. */
export function cdrRecordOf(
  externalId: string,
  told: readonly TimedCdr[],
  settings: AdapterSettings,
  names: SiteNames,
): CallRecord {
  const rows = [...told].sort((a, b) => a.startedAt - b.startedAt)
  const first = rows.find((row) => row.uniqueid === externalId) ?? rows[0]
  if (!first) throw new Error('a call has a row')
  const endedAt = Math.max(...rows.map((row) => row.endedAt))
  const direction = directionOf(first, names.inboundContexts)
  const answered = talksOf(rows)
  const legs = answered.flatMap((talk) => legOf(talk, direction)).slice(0, legsPerCallLimit)
  const customer = direction === 'outbound' ? first.dialled : first.source
  return {
    source: settings.source,
    externalId,
    version: cdrVersion({ lastAt: endedAt, lines: rows.length }, names.edition),
    startedAt: instant(rows[0]?.startedAt ?? first.startedAt),
    answeredAt: legs[0]?.answeredAt ?? null,
    endedAt: instant(endedAt),
    direction,
    queue: null,
    issue: names.issue === 'dialled' && direction === 'inbound' ? first.dialled : null,
    customer:
      direction === 'internal'
        ? null
        : outsideCaller(customer, { country: settings.country, ...names }),
    abandoned: direction === 'inbound' && !rows.some((row) => row.disposition === 'ANSWERED'),
    queueSeconds: null,
    ivrSeconds: null,
    legs,
    offers: direction === 'outbound' ? [] : offersOf(rows, answered).slice(0, offersPerCallLimit),
  }
}

/** Somebody talks to a phone: one channel to it, over all rows that name it. */
type Talk = { row: TimedCdr; rangAt: number; answeredAt: number; endedAt: number; seconds: number }

/**
 * Who was talked to, in order. A row may say NO ANSWER beside a time of answer, which is then the
 * dialplan's own; and of several rows for one channel the longest is the talk.
 */
function talksOf(rows: readonly TimedCdr[]): Talk[] {
  const talks = new Map<string, Talk>()
  for (const row of rows) {
    const { dstchannel, disposition, answeredAt, billedSeconds } = row
    if (dstchannel === null || isLocal(dstchannel) || disposition !== 'ANSWERED') continue
    const known = talks.get(dstchannel)
    const answered = answeredAt ?? row.startedAt
    const seconds = billedSeconds ?? Math.max(0, row.endedAt - answered)
    talks.set(dstchannel, {
      row: known?.row ?? row,
      rangAt: Math.min(known?.rangAt ?? row.startedAt, row.startedAt),
      answeredAt: Math.min(known?.answeredAt ?? answered, answered),
      endedAt: Math.max(known?.endedAt ?? row.endedAt, row.endedAt),
      seconds: Math.max(known?.seconds ?? 0, seconds),
    })
  }
  return [...talks.values()].sort((a, b) => a.answeredAt - b.answeredAt)
}

function legOf(talk: Talk, direction: CallRecord['direction']): LegRecord[] {
  const { row, rangAt, answeredAt, endedAt, seconds } = talk
  const rep = direction === 'outbound' ? callerOf(row) : deviceOf(row.dstchannel ?? '')
  if (rep === null) return []
  return [
    {
      ...{ rep, queue: null, answeredAt: instant(answeredAt), endedAt: instant(endedAt) },
      ringSeconds: direction === 'outbound' ? null : answeredAt - rangAt,
      talkSeconds: isAnsweredByDialplan(row, rangAt, answeredAt) ? null : seconds,
      ...{ holdSeconds: null, wrapSeconds: null, talkIncludesHold: true },
      ...{ ending: null, endedBy: null, neutral: false },
    },
  ]
}

/**
 * Whoever calls out: their phone, or their extension where a program has set up the call. A Local
 * channel is a part of the dialplan.
 */
function callerOf({ channel, source }: TimedCdr): string | null {
  if (!isLocal(channel)) return deviceOf(channel)
  return source !== null && isExtension(source) ? source : null
}

/**
 * A call that is answered in the second it begins was answered by a menu or an announcement, and
 * its time holds that and the ringing too.
 */
const isAnsweredByDialplan = (row: TimedCdr, rangAt: number, answeredAt: number): boolean =>
  answeredAt === rangAt &&
  (row.linkedid ?? row.uniqueid) === row.uniqueid &&
  row.seconds === row.billedSeconds

/** Phones that rang and did not take the call. */
function offersOf(rows: readonly TimedCdr[], answered: readonly Talk[]): OfferRecord[] {
  const taken = new Set(answered.map(({ row }) => row.dstchannel))
  const takenAt = new Set(answered.map(({ answeredAt }) => answeredAt))
  return rows.flatMap((row) => {
    const { dstchannel, disposition } = row
    if (dstchannel === null || isLocal(dstchannel) || taken.has(dstchannel)) return []
    const rep = deviceOf(dstchannel)
    const result = resultOf(disposition, takenAt.has(row.endedAt))
    return [{ rep, queue: null, ringSeconds: row.seconds, result }]
  })
}

/** A phone that stops ringing when another one is answered has refused nothing. */
function resultOf(disposition: string, isTakenElsewhere: boolean): OfferResult {
  if (disposition === 'BUSY') return 'busy'
  return disposition === 'NO ANSWER' && !isTakenElsewhere ? 'no_answer' : 'unknown'
}

const instant = (second: number): string => new Date(second * 1000).toISOString()
