import { createHash } from 'node:crypto'
import { type KeptDocument } from '../../row-outcome.ts'
import { type AircallCallEvent, type AircallUser } from './event.ts'
import { identityOf } from './in-order.ts'

/**
 * An event of a call, to be read again with the others of its call, which are delivered one by
 * one. It holds what a call is made of, in Aircall's own form; reading it gives the same event.
 */
export function keptEvent(event: AircallCallEvent): KeptDocument {
  const { name, at, call } = event
  const data = {
    ...{ id: call.id, direction: call.direction, started_at: secondsOf(call.startedAt) },
    ...{ answered_at: secondsOf(call.answeredAt), ended_at: secondsOf(call.endedAt) },
    ...{ raw_digits: call.digits, user: userOf(call.user), number: { name: call.line } },
    ...{ teams: named(call.teams), tags: named(call.tags) },
    missed_call_reason: call.isMissed ? 'missed' : null,
    transferred_by: userOf(call.transferredBy),
    transferred_to: userOf(call.transferredTo),
    asset: call.asset,
  }
  return {
    call: call.id,
    // Two events may have the same name and second: what they say tells them apart.
    part: createHash('sha256').update(identityOf(event)).digest('base64url').slice(0, 22),
    version: Math.max(0, Math.floor(at / 1000)),
    text: JSON.stringify({ event: name, timestamp: at / 1000, data }),
  }
}

const secondsOf = (instant: number | null): number | null =>
  instant === null ? null : instant / 1000

const userOf = (user: AircallUser | null) => user && { ...user }

const named = (names: readonly string[]) => names.map((name) => ({ name }))
