import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { type SiteNames } from '../adapters/amazon-connect/site-names.ts'
import { fieldsOf, isObject, type JsonObject } from '../adapters/json-fields.ts'
import { isCustomersOwn, callOfContact } from './amazon-contact.ts'
import { aliveWord, lineWord, repWord, type SaidOfRep } from './presence-words.ts'

/** What an agent's snapshot says they do, and since when it says so; null: that it leaves open. */
type Doing = Pick<SaidOfRep, 'state'> & {
  reason: string | null
  queue: string | null
  call: string | null
  since: number | null
}

/**
 * What an event of the agent event stream says. Each holds the agent as a whole, so a lost one is
 * made up for by the next, by a heartbeat after two minutes at the latest. Who waits in a queue it
 * does not say, nor what becomes of a contact that nobody took.
 */
export function agentEventWords(
  event: JsonObject,
  settings: AdapterSettings,
  site: SiteNames,
): PresenceEvent[] {
  const fields = fieldsOf(event)
  const at = fields.instant('EventTimestamp')
  const rep =
    fields.text('CurrentAgentSnapshot.Configuration.Username') ??
    fields.text('AgentARN')?.split('/').at(-1) ??
    null
  const now = objectIn(event, 'CurrentAgentSnapshot')
  const type = fields.text('EventType')
  const doing = type === 'LOGOUT' ? signedOut : doingIn(now, site)
  if (at === null || doing === null) return aliveWord(at, settings)
  const before = doingIn(objectIn(event, 'PreviousAgentSnapshot'), site)
  const isNews = type !== 'HEART_BEAT' && !isSame(before, doing)
  return [
    ...(isNews ? repWord({ ...doing, rep, at }, settings) : heldOn(doing, { rep, at }, settings)),
    ...answeredIn(now, settings, site),
    ...aliveWord(at, settings),
  ]
}

/**
 * What goes on as it was, told in case its beginning was lost. Of a hold the vendor does not say when
 * it began, and a hold that seems longer than it is would call for help.
 */
function heldOn(
  { since, ...said }: Doing,
  { rep, at }: { rep: string | null; at: number },
  settings: AdapterSettings,
): PresenceEvent[] {
  if (said.state === 'holding') return []
  return repWord({ ...said, rep, at: Math.min(since ?? at, at) }, settings)
}

const signedOut: Doing = {
  ...{ state: 'signed_out', reason: null, queue: null, call: null, since: null },
}

const isSame = (a: Doing | null, b: Doing): boolean =>
  a !== null && a.state === b.state && a.call === b.call && a.reason === b.reason

const objectIn = (object: JsonObject, name: string): JsonObject => {
  const value = Object.hasOwn(object, name) ? object[name] : null
  return isObject(value) ? value : {}
}

/** States of a contact, those first that say most of what the agent does. */
const contactStates: readonly [string, SaidOfRep['state']][] = [
  ['CONNECTED', 'talking'],
  ['CONNECTED_ONHOLD', 'holding'],
  ['CONNECTING', 'ringing'],
  ['INCOMING', 'ringing'],
  ['PENDING', 'ringing'],
  ['ENDED', 'wrapping_up'],
  // Until such a contact is cleared away the agent is offered no other.
  ['MISSED', 'away'],
  ['REJECTED', 'away'],
  ['ERROR', 'away'],
]

function contactsIn(snapshot: JsonObject, { channels }: SiteNames) {
  return fieldsOf(snapshot)
    .list('Contacts')
    .map((contact) => fieldsOf(contact))
    .filter((contact) => channels.includes((contact.text('Channel') ?? 'VOICE').toUpperCase()))
}

function doingIn(snapshot: JsonObject, site: SiteNames): Doing | null {
  const contacts = contactsIn(snapshot, site)
  for (const [named, state] of contactStates) {
    const contact = contacts.find((each) => each.text('State') === named)
    if (!contact) continue
    return {
      state,
      reason: state === 'away' ? named.toLowerCase() : null,
      queue: contact.text('Queue.Name'),
      call: callOfContact(contact, pathsOfStream),
      since: contact.instant('StateStartTimestamp'),
    }
  }
  return standingIn(snapshot)
}

/** What the agent has chosen to be, while no contact says more. */
function standingIn(snapshot: JsonObject): Doing | null {
  const status = fieldsOf(objectIn(snapshot, 'AgentStatus'))
  const name = status.text('Name')
  const type = status.text('Type') ?? typeByName(name)
  if (type === null) return null
  // Every event says anew that it holds, whenever it began.
  const standing = { reason: null, queue: null, call: null, since: null }
  if (type === 'ROUTABLE') return { ...standing, state: 'available' }
  if (type === 'OFFLINE') return { ...standing, state: 'signed_out' }
  return { ...standing, state: 'away', reason: name }
}

function typeByName(name: string | null): string | null {
  if (name === null) return null
  if (name === 'Available') return 'ROUTABLE'
  return name === 'Offline' ? 'OFFLINE' : 'CUSTOM'
}

const pathsOfStream = {
  ...{ id: 'ContactId', initial: 'InitialContactId', method: 'InitiationMethod' },
} as const

/** Customers' calls that the agent has answered. */
function answeredIn(
  snapshot: JsonObject,
  settings: AdapterSettings,
  site: SiteNames,
): PresenceEvent[] {
  return contactsIn(snapshot, site).flatMap((contact) => {
    const at = contact.instant('ConnectedToAgentTimestamp')
    const isOpen = contact.text('State')?.startsWith('CONNECTED') === true
    if (!isOpen || !isCustomersOwn(contact, pathsOfStream)) return []
    const call = callOfContact(contact, pathsOfStream)
    return lineWord({ call, state: 'answered', at, queue: contact.text('Queue.Name') }, settings)
  })
}
