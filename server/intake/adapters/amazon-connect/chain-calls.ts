import { type Contact } from './contact.ts'

/** One customer's call: the contact that began it, if it is known, and those that continue it. */
export type ChainCall = { id: string; contacts: Contact[]; hasCallback: boolean }

/**
 * Sorts contacts that hang together into calls. A transfer continues the call it came from; a
 * callback is a call of its own, however often it is transferred. Where a contact between is not
 * known, a transfer counts to the first contact of all.
 *
 * @param group the id of that first contact
 */
export function chainCalls(group: string, contacts: readonly Contact[]): ChainCall[] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  const calls = new Map<string, ChainCall>()
  const callOf = (id: string): ChainCall => {
    const call = calls.get(id) ?? { id, contacts: [], hasCallback: false }
    calls.set(id, call)
    return call
  }
  for (const contact of contacts) callOf(beginningOf(contact, byId, group)).contacts.push(contact)
  for (const contact of contacts) {
    const before = contact.begins === 'callback' ? (contact.previous ?? contact.initial) : null
    const from = before === null ? undefined : byId.get(before)
    if (from) callOf(beginningOf(from, byId, group)).hasCallback = true
  }
  for (const call of calls.values()) call.contacts.sort(inTime)
  return [...calls.values()]
}

const continued: ReadonlySet<Contact['begins']> = new Set([
  ...(['transfer', 'queue_transfer', 'after_disconnect'] as const),
])

function beginningOf(contact: Contact, byId: ReadonlyMap<string, Contact>, group: string): string {
  const seen = new Set<string>()
  let at = contact
  while (continued.has(at.begins)) {
    seen.add(at.id)
    const before = byId.get(at.previous ?? at.initial ?? '')
    if (!before || seen.has(before.id)) return group
    at = before
  }
  return at.id
}

const inTime = (a: Contact, b: Contact): number =>
  a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)
