import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { withoutDomain } from '../adapters/freeswitch/queue-words.ts'
import { decoded } from '../adapters/freeswitch/read-document.ts'
import { isObject } from '../adapters/json-fields.ts'
import { outsideNumber } from '../adapters/outside-number.ts'
import { epochOf } from '../adapters/times.ts'
import { aliveWord, lineWord, repWord, type SaidOfCall, type SaidOfRep } from './presence-words.ts'

/** What an event of mod_callcenter says, as far as the floor is concerned. */
type Said = {
  action: string
  at: number | null
  rep: string | null
  /** What the rep has chosen to be, and what the queue has them do. */
  status: string | null
  state: string | null
  queue: string | null
  call: string | null
  customer: string | null
  joinedAt: number | null
  /** Why a caller left a queue unanswered; null where they did not. */
  cancelled: string | null
}

/**
 * What one event of FreeSWITCH says of the floor: of mod_callcenter, or the switch's heartbeat.
 * Events are posted as JSON, unchanged, beside the records of mod_json_cdr.
 */
export function presenceInFreeswitch(
  document: unknown,
  settings: AdapterSettings,
): PresenceEvent[] {
  if (!isObject(document)) return []
  const text = (name: string) => (Object.hasOwn(document, name) ? decoded(document[name]) : null)
  const at = epochOf(text('Event-Date-Timestamp'), 'microseconds')
  if (text('Event-Name') === 'HEARTBEAT') return aliveWord(at, settings)
  if (text('Event-Subclass') !== 'callcenter::info') return []
  const number = text('CC-Member-CID-Number')
  const isCancelled = text('CC-Cause')?.toLowerCase() === 'cancel'
  const said: Said = {
    at,
    action: text('CC-Action') ?? '',
    rep: nameIn(text('CC-Agent')),
    status: text('CC-Agent-Status'),
    state: text('CC-Agent-State'),
    queue: nameIn(text('CC-Queue')),
    call: text('CC-Member-Session-UUID'),
    customer: number === null ? null : outsideNumber(number, settings.country),
    joinedAt: epochOf(text('CC-Member-Joined-Time'), 'seconds'),
    cancelled: isCancelled ? (text('CC-Cancel-Reason') ?? 'NONE') : null,
  }
  return [...repWords(said, settings), ...lineWords(said, settings), ...aliveWord(at, settings)]
}

const nameIn = (name: string | null): string | null => (name === null ? null : withoutDomain(name))

function repWords(said: Said, settings: AdapterSettings): PresenceEvent[] {
  const { rep, queue, call, at } = said
  const onCall = (state: SaidOfRep['state']) => repWord({ rep, state, at, queue, call }, settings)
  const free = () => repWord({ rep, at, ...standingOf(said) }, settings)
  switch (said.action) {
    case 'agent-offering':
      return onCall('ringing')
    case 'bridge-agent-start':
      return onCall('talking')
    case 'bridge-agent-end':
    case 'bridge-agent-fail':
      return free()
    case 'agent-state-change':
      // What rings and what talks is told with its call by the events above.
      if (said.state === 'Idle')
        return repWord({ rep, state: 'away', at, reason: 'Idle' }, settings)
      return said.state === 'Waiting' ? free() : []
    case 'agent-status-change':
      return said.status === null || isBusy(said.state) ? [] : free()
    default:
      return []
  }
}

/** Who takes a break during a call takes it afterwards; known where the sender adds the state. */
const isBusy = (state: string | null): boolean =>
  state === 'Receiving' || state === 'In a queue call'

/** What a rep is who is on no call; without a status they are there for the next one. */
function standingOf({ status }: Said): Pick<SaidOfRep, 'state' | 'reason'> {
  if (status === 'Logged Out') return { state: 'signed_out' }
  if (status === null || status.startsWith('Available')) return { state: 'available' }
  return { state: 'away', reason: status }
}

function lineWords(said: Said, settings: AdapterSettings): PresenceEvent[] {
  const { call, queue, customer, at } = said
  const word = (state: SaidOfCall['state'], when = at) =>
    lineWord({ call, state, at: when, queue, customer }, settings)
  switch (said.action) {
    case 'member-queue-start':
    case 'member-queue-resume':
      return word('waiting')
    case 'agent-offering':
    case 'bridge-agent-fail':
      // Whoever is offered waits, also where the event that said so was lost.
      return said.joinedAt === null ? [] : word('waiting', said.joinedAt)
    case 'bridge-agent-start':
      return word('answered')
    case 'member-queue-end':
      return word(said.cancelled !== null && gaveUp.has(said.cancelled) ? 'abandoned' : 'ended')
    default:
      return []
  }
}

/** The other reasons send a caller elsewhere. */
const gaveUp: ReadonlySet<string> = new Set(['NONE', 'BREAK_OUT'])
