import { type CallRecord, type LegRecord } from '../../../../shared/calls/call-record.ts'
import { type Direction } from '../../../../shared/calls/words.ts'
import { outsideNumber } from '../outside-number.ts'
import { type RowOutcome } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { checked, ignored, quoted, refused } from '../line-outcomes.ts'
import { instantOrNull, instantText, secondsBetween } from '../times.ts'
import { type CsvChannel } from './csv-row.ts'
import { isExtension, isPublic } from './direction-of.ts'

/** What the rows of one call say together: the caller's channel, and the one it was bridged to. */
export function recordOfChannels(
  all: readonly CsvChannel[],
  settings: AdapterSettings,
): RowOutcome {
  const byId = new Map(all.toReversed().map((channel) => [channel.uuid, channel]))
  const channels = [...byId.values()]
  const main = channels.find(({ other }) => other !== null) ?? channels[0]
  if (!main) return ignored('caller_leg_missing')
  const other = channels.find(({ uuid }) => uuid === main.other) ?? null
  // A channel that the switch made, alone: who called stands in a row that isn't here.
  if (main.other === null && main.isNamedOutbound) return ignored('caller_leg_missing')
  const direction = directionOf(main, settings.names['public_contexts'])
  if (direction === null) {
    const message = `${quoted(main.dialled)} dialled in the context ${quoted(main.context)} doesn't tell whether the call came in or went out. Name the contexts of calls from outside in public_contexts.`
    return refused('field_invalid', 'direction', message, main.uuid.slice(0, 200))
  }
  if (direction === 'inbound' && main.other !== null && !other) {
    const message = `The row of the other side, ${quoted(main.other)}, is missing, and with it who answered. Set legs to "ab" in cdr_csv.conf, or import both.`
    return refused('field_missing', 'legs', message, main.uuid.slice(0, 200))
  }
  const legs = legsOf(main, other, direction)
  const customer = direction === 'inbound' ? main.caller : main.dialled
  const record: CallRecord = {
    source: settings.source,
    externalId: main.uuid,
    version: channels.length,
    startedAt: instantText(main.startedAt),
    answeredAt: legs[0]?.answeredAt ?? null,
    endedAt: instantOrNull(main.endedAt),
    direction,
    queue: null,
    customer:
      direction === 'internal' || customer === null
        ? null
        : outsideNumber(customer, settings.country),
    abandoned: direction === 'inbound' && legs.length === 0,
    queueSeconds: null,
    legs,
  }
  return checked(record, settings.now)
}

function directionOf(main: CsvChannel, publicContexts: string | undefined): Direction | null {
  const { caller, dialled, context } = main
  if (!/\d/.test(dialled)) return null
  if (isPublic(context, publicContexts)) return 'inbound'
  if (isExtension(caller)) return isExtension(dialled) ? 'internal' : 'outbound'
  return isExtension(dialled) ? 'inbound' : null
}

/**
 * The leg of a call whose channel was bridged. The caller's channel is answered by a queue or a
 * menu already; the rep's own answer is that of the channel it was bridged to.
 */
function legsOf(main: CsvChannel, other: CsvChannel | null, direction: Direction): LegRecord[] {
  const answeredAt = other ? other.answeredAt : main.answeredAt
  const endedAt = other?.endedAt ?? main.endedAt
  const rep = direction === 'inbound' ? (other?.dialled ?? null) : main.caller
  if (main.other === null || answeredAt === null || rep === null || !isExtension(rep)) return []
  return [
    {
      rep,
      answeredAt: instantText(answeredAt),
      endedAt: instantOrNull(endedAt),
      ringSeconds: secondsBetween((other ?? main).startedAt, answeredAt),
      talkSeconds: secondsBetween(answeredAt, endedAt),
      holdSeconds: null,
      wrapSeconds: null,
      talkIncludesHold: true,
      ending: endedAt === null ? null : 'completed',
      endedBy: null,
    },
  ]
}
