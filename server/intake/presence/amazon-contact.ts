import { type JsonFields } from '../adapters/json-fields.ts'

/** Where a document has a contact's id, that of the first one it hangs together with, and how it began. */
export type ContactPaths = { id: string; initial: string; method: string }

/** How contacts begin in which the center calls, or a supervisor listens. */
const notCustomers: ReadonlySet<string> = new Set([
  ...['OUTBOUND', 'CALLBACK', 'API', 'CAMPAIGN_PREVIEW', 'MONITOR', 'EXTERNAL_OUTBOUND'],
])

/** Whether the customer called, or was handed on from such a call. */
export const isCustomersOwn = (contact: JsonFields, { method }: ContactPaths): boolean =>
  !notCustomers.has(contact.text(method) ?? 'INBOUND')

/** The number the call's record will have: that of the contact that began it. */
export function callOfContact(
  contact: JsonFields,
  { id, initial, method }: ContactPaths,
): string | null {
  const own = contact.text(id)
  return contact.text(method) === 'CALLBACK' ? own : (contact.text(initial) ?? own)
}
