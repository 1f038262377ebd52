import { checkCallRecord } from '../../../../shared/calls/check-call-record.ts'
import { type ReadLine } from '../../read-step.ts'
import { type KeptDocument, type LineOutcome } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { greatestOf } from '../extremes.ts'
import { refused } from '../read-documents.ts'
import { callOfContacts } from './call-of-contacts.ts'
import { type ChainCall, chainCalls } from './chain-calls.ts'
import { type Contact, groupOf, hasOthers } from './contact.ts'
import { type SiteNames } from './site-names.ts'

/** A contact as it was read last, and where. */
type Told = { contact: Contact; lineNumber: number; text: string }
type Group = { key: string; told: Map<string, Told> }

/**
 * The version of what is known of contacts that hang together: it grows with each contact that
 * comes to be known and with each update of one, so a call made of more of them always replaces
 * one made of fewer, in whatever order they come. Without the first contact it is below any with
 * it, for only the first one says how the call began.
 */
function versionOf({ key, told }: Group): number {
  const seconds = [...told.values()].reduce(
    (sum, { contact }) => sum + Math.floor(contact.updatedAt / 1000),
    0,
  )
  return Math.max(0, seconds) + (told.has(key) ? firstIsKnown : 0)
}
/** More than the seconds of 200 contacts until the year 2100 add up to. */
const firstIsKnown = 1_000_000_000_000

/** What becomes of the documents of one group, now that no more of them are waited for. */
function linesOf(group: Group, settings: AdapterSettings, site: SiteNames): ReadLine[] {
  const contacts = [...group.told.values()].map(({ contact }) => contact)
  const version = versionOf(group)
  return chainCalls(group.key, contacts).flatMap((call) => {
    const told = call.contacts.flatMap(({ id }) => group.told.get(id) ?? [])
    const last = greatestOf(told.map(({ lineNumber }) => lineNumber))
    return told.map((each): ReadLine => {
      const { lineNumber, text, contact } = each
      const brings = lineNumber === last
      const outcome: LineOutcome = brings
        ? recordOf(call, { version, settings, site })
        : { kind: 'joined', externalId: call.id }
      const keep = hasOthers(contact) ? { keep: keptOf(group.key, each) } : {}
      return { lineNumber, text, outcome: { ...outcome, ...keep } }
    })
  })
}

const keptOf = (call: string, { contact, text }: Told): KeptDocument => ({
  ...{ call, text },
  part: contact.id,
  version: contact.updatedAt,
})

function recordOf(
  call: ChainCall,
  { version, settings, site }: { version: number; settings: AdapterSettings; site: SiteNames },
): LineOutcome {
  const written = callOfContacts(call, { source: settings.source, version, site })
  const { record, problem } = checkCallRecord(written, settings.now)
  return record ? { kind: 'record', record } : refused({ ...problem, externalId: call.id })
}

/** Contacts kept back until the input ends, in case others of the same call follow. */
export const waitingContactsLimit = 20_000
/** More contacts than any call has; beyond it something else was put into one field. */
export const contactsPerGroupLimit = 200

export type ContactGroups = {
  /** @returns the lines that are decided by this */
  add: (contact: Contact, lineNumber: number, text: string) => ReadLine[]
  end: () => ReadLine[]
}

export function openContactGroups(settings: AdapterSettings, site: SiteNames): ContactGroups {
  const groups = new Map<string, Group>()
  let waiting = 0

  const finish = (group: Group): ReadLine[] => {
    groups.delete(group.key)
    waiting -= group.told.size
    return linesOf(group, settings, site)
  }
  return {
    add: (contact, lineNumber, text) => {
      const key = groupOf(contact)
      const group = groups.get(key) ?? { key, told: new Map<string, Told>() }
      groups.set(key, group)
      const before = group.told.get(contact.id)
      const told = { contact, lineNumber, text }
      if (before) {
        const isNewer = contact.updatedAt > before.contact.updatedAt
        if (isNewer) group.told.set(contact.id, told)
        return [joinedLine(isNewer ? before : told, key)]
      }
      if (group.told.size === contactsPerGroupLimit) return [tooMany(told)]
      group.told.set(contact.id, told)
      waiting += 1
      const [oldest] = groups.values()
      return waiting > waitingContactsLimit && oldest ? finish(oldest) : []
    },
    end: () => [...groups.values()].flatMap(finish),
  }
}

/** An earlier or repeated state of a contact tells nothing that the newest one doesn't. */
const joinedLine = ({ lineNumber, text }: Told, externalId: string): ReadLine => ({
  ...{ lineNumber, text },
  outcome: { kind: 'joined', externalId },
})

const tooMany = ({ lineNumber, text, contact }: Told): ReadLine => ({
  ...{ lineNumber, text },
  outcome: refused({
    ...{ reason: 'inconsistent', field: 'externalId', externalId: contact.id },
    message: `More than ${contactsPerGroupLimit} contacts name the same InitialContactId; no call has so many. Check what writes that field.`,
  }),
})
