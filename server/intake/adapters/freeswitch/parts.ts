import { type LegRecord } from '../../../../shared/calls/call-record.ts'
import { instantOrNull, wholeSeconds } from '../times.ts'
import { transfersIn, type TransferEntry } from './queue-words.ts'
import { type ChannelLeg } from './told.ts'

/** What is known of a rep's part in a call. Instants are epoch milliseconds. */
export type Part = {
  rep: string
  queue: string | null
  answeredAt: number
  endedAt: number | null
  ringSeconds: number | null
  /** The rep's own channel, which knows what they held; null where it was not written. */
  own: ChannelLeg | null
}

/**
 * The legs of a call in the order of time. Hold is what the rep's own channel held; where it was
 * not written, talk contains it.
 *
 * @param main the channel of whoever called: the customer, or the rep of a call from the center
 */
export function legsOfParts(main: ChannelLeg, parts: readonly Part[]): LegRecord[] {
  const transfers = transfersIn(main.variable('transfer_history'))
  const inTime = [...parts].sort((a, b) => a.answeredAt - b.answeredAt)
  return inTime.map((part, place): LegRecord => {
    const { rep, queue, answeredAt, ringSeconds, own } = part
    const transfer = transfers.find((one) => isWithin(part, one))
    const endedAt = endOf(part, transfer)
    const isLast = place === inTime.length - 1
    const isCompleted = !transfer && isLast && endedAt !== null
    const hold = own?.holdMilliseconds ?? null
    return {
      ...{ rep, queue, ringSeconds },
      answeredAt: instantOrNull(answeredAt),
      endedAt: instantOrNull(endedAt),
      talkSeconds: endedAt === null ? null : wholeSeconds(endedAt - answeredAt - (hold ?? 0)),
      holdSeconds: wholeSeconds(hold),
      wrapSeconds: null,
      talkIncludesHold: hold === null,
      ending: transfer?.ending ?? (isCompleted ? 'completed' : null),
      endedBy: isCompleted ? enderOf(main, own) : null,
    }
  })
}

/** A history has whole seconds; a dialplan writes its own transfers before the answer. */
const isWithin = ({ answeredAt, endedAt }: Part, { at }: TransferEntry): boolean =>
  at > answeredAt && at <= (endedAt ?? at) + 1000

/** Where only the caller's channel was written, which goes on after it, a transfer ends the part. */
const endOf = ({ endedAt, own }: Part, transfer: TransferEntry | undefined): number | null =>
  transfer && own === null ? Math.min(transfer.at, endedAt ?? transfer.at) : endedAt

/** Each channel says whether its own party hung up; what neither says isn't known. */
function enderOf(main: ChannelLeg, own: ChannelLeg | null): 'rep' | 'customer' | null {
  if (own === main) return hungUp(main) ? 'rep' : wasHungUpOn(main) ? 'customer' : null
  if (hungUp(main)) return 'customer'
  return own && hungUp(own) ? 'rep' : null
}

const hungUp = ({ variable }: ChannelLeg) => variable('sip_hangup_disposition') === 'recv_bye'
const wasHungUpOn = ({ variable }: ChannelLeg) => variable('sip_hangup_disposition') === 'send_bye'
