import { type LegRecord } from '../../../../shared/calls/call-record.ts'
import { type Ender, type Ending } from '../../../../shared/calls/words.ts'
import { instantText } from '../instant-text.ts'
import { type Contact, type RepPart } from './contact.ts'

/** Instants are whole seconds, so two that are one apart may be the same. */
const roundingMilliseconds = 1_000
/** With less talk a colleague was asked and never spoke to the customer (Amazon's own rule). */
const consultSecondsLimit = 2

type Handled = Contact & { rep: RepPart }
const isHandled = (contact: Contact): contact is Handled => contact.rep !== null

/**
 * The legs of one call, in the order in which they ended: who stayed longest is the last.
 * Colleagues who were only consulted have none.
 */
export function legsOfContacts(contacts: readonly Contact[]): LegRecord[] {
  const handled = contacts.filter(isHandled)
  return handled
    .filter((contact) => !isConsulted(contact, contacts))
    .sort((a, b) => endOf(a) - endOf(b) || a.rep.answeredAt - b.rep.answeredAt)
    .map((contact) => legOf(contact, contacts))
}

/** When the rep was through; a rep whose end is not known stayed as long as the customer. */
const endOf = ({ rep, disconnectedAt, startedAt }: Handled): number =>
  rep.endedAt ?? disconnectedAt ?? startedAt

function isConsulted(contact: Handled, contacts: readonly Contact[]): boolean {
  const asker = contacts.filter(isHandled).find(({ id }) => id === contact.previous)
  if (contact.begins !== 'transfer' || !asker) return false
  const isBrief = (contact.rep.talkSeconds ?? Infinity) <= consultSecondsLimit
  return isBrief && endOf(contact) <= endOf(asker)
}

function legOf(contact: Handled, contacts: readonly Contact[]): LegRecord {
  const { rep, queue, reason } = contact
  const ending = endingOf(contact, contacts)
  const isHandedOn = ending === 'blind_transfer' || ending === 'attended_transfer'
  return {
    ...{ rep: rep.name, queue },
    answeredAt: instantText(rep.answeredAt),
    endedAt: rep.endedAt === null ? null : instantText(rep.endedAt),
    ringSeconds: null,
    talkSeconds: whole(rep.talkSeconds),
    holdSeconds: whole(rep.holdSeconds),
    wrapSeconds: whole(rep.wrapSeconds),
    talkIncludesHold: false,
    ending,
    // The reason says how the customer's contact ended, which a rep who handed on did not see.
    endedBy: isHandedOn ? 'rep' : (enders[reason ?? ''] ?? 'unknown'),
    neutral: ending === 'lost',
  }
}

const whole = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round(seconds)

const enders: Readonly<Record<string, Ender>> = {
  CUSTOMER_DISCONNECT: 'customer',
  AGENT_DISCONNECT: 'rep',
  AGENT_COMPLETED: 'rep',
  TELECOM_PROBLEM: 'system',
  CONTACT_FLOW_DISCONNECT: 'system',
  BARGED: 'system',
  EXPIRED: 'system',
  API: 'system',
}

function endingOf(contact: Handled, contacts: readonly Contact[]): Ending {
  const end = endOf(contact)
  const after = contacts.filter(
    ({ previous, begins }) => previous === contact.id && begins === 'transfer',
  )
  const onward = after.filter((each) => leftAt(each) > end + roundingMilliseconds)
  if (onward.length > 0) {
    const hasMet = onward.some(({ rep }) => rep !== null && rep.answeredAt < end)
    return hasMet ? 'attended_transfer' : 'blind_transfer'
  }
  const { handedOutAt, disconnectedAt, reason } = contact
  if (handedOutAt !== null && (disconnectedAt ?? 0) > end + roundingMilliseconds) {
    const hasMet = handedOutAt < end - roundingMilliseconds
    return hasMet ? 'attended_transfer' : 'blind_transfer'
  }
  if (reason === 'TELECOM_PROBLEM') return 'lost'
  return isTogether(contact, contacts) ? 'conference' : 'completed'
}

/** When a contact was over; one whose rep's end is not known is over with the customer's. */
const leftAt = (contact: Contact): number =>
  isHandled(contact) ? endOf(contact) : (contact.disconnectedAt ?? Infinity)

/** Whether somebody who was brought in, or who brought this one in, stayed to the same end. */
function isTogether(contact: Handled, contacts: readonly Contact[]): boolean {
  return contacts.some(
    (each) =>
      isHandled(each) &&
      (each.previous === contact.id || contact.previous === each.id) &&
      !isConsulted(each, contacts) &&
      Math.abs(endOf(each) - endOf(contact)) <= roundingMilliseconds,
  )
}
