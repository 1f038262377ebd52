import { type Adapter } from './adapter.ts'
import { openContactGroups } from './amazon-connect/contact-groups.ts'
import { readContact } from './amazon-connect/read-contact.ts'
import { reduceContact } from './amazon-connect/reduce-contact.ts'
import { siteNames } from './amazon-connect/site-names.ts'
import { documentReading } from './read-documents.ts'

/**
 * Contact records of Amazon Connect, as its data streams deliver them: at least once, each time
 * something has changed, and one for each rep a customer is handed on to.
 */
export const amazonConnect: Adapter = {
  name: 'amazon-connect',
  title: 'Amazon Connect contact records',
  recognizes: (head) =>
    /^[\s\ufeff[]*\{/.test(head) &&
    /"(AWSContactTraceRecordFormatVersion|InitialContactId)"\s*:/.test(head),
  open: (settings) => {
    const site = siteNames(settings)
    const groups = openContactGroups(settings, site)
    return documentReading({
      take: ({ lineNumber, text, value }) => {
        const contact = readContact(value, settings, site)
        if ('kind' in contact) return [{ lineNumber, text, outcome: contact }]
        return groups.add(contact, lineNumber, reduceContact(value, site))
      },
      end: groups.end,
    })
  },
}
