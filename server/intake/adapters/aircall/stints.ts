import { type Ending } from '../../../../shared/calls/words.ts'
import { type AircallCallEvent, type AircallUser } from './event.ts'

/** One user's time with the customer. Instants are epoch milliseconds; null: not known. */
export type Stint = {
  user: AircallUser
  from: number | null
  until: number | null
  ending: Ending | null
}

export type Stints = {
  stints: Stint[]
  /** Whom a transfer was meant for, without a sign that they took it. */
  notTaken: AircallUser[]
}

const isTransfer = (name: string) =>
  name === 'call.transferred' || name === 'call.external_transferred'

/**
 * Who had the customer when. A stint begins when its user answers and ends when the call is
 * transferred, somebody else answers, or the call ends. Aircall doesn't say whether a transfer
 * was announced: who answers after it was not talked to before.
 *
 * @param events of one call that has ended, in the order of time
 */
export function stintsOf(
  events: readonly AircallCallEvent[],
  answeredAt: number | null,
  endedAt: number,
): Stints {
  const walk: Walk = { stints: [], notTaken: [], open: null, awaited: null, answeredAt }
  for (const event of events) {
    if (event.name === 'call.answered') answer(walk, event)
    else if (isTransfer(event.name)) transfer(walk, event)
  }
  const { stints, notTaken, awaited } = walk
  const last = events.findLast(({ call }) => call.user !== null)?.call.user ?? null
  if (awaited && last?.id === awaited.id) begin(walk, last, null)
  else if (awaited) notTaken.push(awaited)
  if (stints.length === 0 && answeredAt !== null && last) {
    stints.push(...withoutEvents(events, last, answeredAt))
  }
  const final = stints.at(-1)
  if (final?.until === null) Object.assign(final, { until: endedAt, ending: 'completed' })
  return { stints, notTaken }
}

type Walk = Stints & {
  open: Stint | null
  /** Whom the call was transferred to, until they answer. */
  awaited: AircallUser | null
  answeredAt: number | null
}

function begin(walk: Walk, user: AircallUser, from: number | null): void {
  walk.awaited = null
  walk.open = { user, from, until: null, ending: null }
  walk.stints.push(walk.open)
}

function answer(walk: Walk, { at, call: { user } }: AircallCallEvent): void {
  if (!user || walk.open?.user.id === user.id) return
  if (walk.open) walk.open.until = at
  begin(walk, user, walk.stints.length === 0 ? (walk.answeredAt ?? at) : at)
}

function transfer(walk: Walk, { at, call }: AircallCallEvent): void {
  const by = call.transferredBy ?? call.user
  const to = call.transferredTo
  const { open } = walk
  // Where the colleague has answered before the transfer is told, it was announced.
  const before = walk.stints.findLast(({ user }) => user.id === by?.id)
  if (before && open && open !== before && open.user.id === to?.id) {
    before.ending = 'attended_transfer'
    return
  }
  if (!open && by && walk.stints.length === 0) begin(walk, by, walk.answeredAt)
  if (walk.open) Object.assign(walk.open, { until: at, ending: 'blind_transfer' })
  walk.open = null
  if (walk.awaited) walk.notTaken.push(walk.awaited)
  walk.awaited = to
}

/** Stints of a call of which only its end was sent: whether it was transferred, not when. */
function withoutEvents(
  events: readonly AircallCallEvent[],
  last: AircallUser,
  answeredAt: number,
): Stint[] {
  const { transferredBy, transferredTo } = events.at(-1)?.call ?? {}
  const isTransferred =
    transferredBy && transferredTo?.id === last.id && transferredBy.id !== last.id
  const stint = { until: null, ending: null }
  return isTransferred
    ? [
        { ...stint, user: transferredBy, from: answeredAt },
        { ...stint, user: last, from: null },
      ]
    : [{ ...stint, user: last, from: answeredAt }]
}
