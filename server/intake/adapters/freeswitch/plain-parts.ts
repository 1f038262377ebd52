import { type Direction } from '../../../../shared/calls/words.ts'
import { secondsBetween } from '../times.ts'
import { isExtension, isExternal } from './direction-of.ts'
import { type Part } from './parts.ts'
import { type ChannelLeg } from './told.ts'

/**
 * The reps' parts in a call without a queue, from the bridge and the answer to the end. Of a call
 * that came in the reps are who was called; of one from a desk phone it is who called, within the
 * house too. A bridge alone is none: channels are bridged for early media and ringing as well.
 *
 * @param others channels that the main one was bridged to, as far as they were written
 */
export function plainParts(
  main: ChannelLeg,
  others: readonly ChannelLeg[],
  direction: Direction,
): Part[] {
  const { bridgedAt, endedAt } = main
  if (direction !== 'inbound') return partOfCaller(main, others)
  const parts = partsOfCalled(others)
  if (parts.length > 0) return parts
  const rep = userCalled(main)
  if (rep === null || bridgedAt === null || main.answeredAt === null) return []
  const answeredAt = Math.max(bridgedAt, main.answeredAt)
  return [{ rep, queue: null, answeredAt, endedAt, ringSeconds: null, own: null }]
}

/** The answer is the called one's; where that channel wasn't written, what the caller's was told. */
function partOfCaller(main: ChannelLeg, others: readonly ChannelLeg[]): Part[] {
  const { bridgedAt, startedAt, endedAt } = main
  const rep = main.variable('sip_from_user') ?? main.profile.callerNumber
  const answers = others.map((other) => other.answeredAt).filter((at) => at !== null)
  const answer = answers.length > 0 ? Math.min(...answers) : main.answeredAt
  if (rep === null || bridgedAt === null || answer === null) return []
  const answeredAt = Math.max(bridgedAt, answer)
  const ringSeconds = secondsBetween(startedAt, answeredAt)
  return [{ rep, queue: null, answeredAt, endedAt, ringSeconds, own: main }]
}

/** The parts of everybody in the house who was called, and took the call. */
export const partsOfCalled = (others: readonly ChannelLeg[]): Part[] =>
  others.flatMap((other) => partOfCalled(other) ?? [])

function partOfCalled(own: ChannelLeg): Part | null {
  const { startedAt, answeredAt, endedAt } = own
  const rep = isExternal(own) ? null : userCalled(own)
  if (rep === null || answeredAt === null) return null
  const ringSeconds = secondsBetween(startedAt, answeredAt)
  const talksFrom = Math.max(own.bridgedAt ?? answeredAt, answeredAt)
  return { rep, queue: null, answeredAt: talksFrom, endedAt, ringSeconds, own }
}

/** Whoever in the house was called; null where the call went on to the outside. */
function userCalled({ variable, isOutgoing, profile }: ChannelLeg): string | null {
  const named = variable('dialed_user')
  if (named !== null) return named
  const channel = variable(isOutgoing ? 'channel_name' : 'bridge_channel') ?? ''
  const user = /^sofia\/internal\/(?:sips?:)?([^@;/]+)@/.exec(channel)?.[1]
  return user ?? (isOutgoing && isExtension(profile.dialled) ? profile.dialled : null)
}
