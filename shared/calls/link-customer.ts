/** One contact of a customer, as far as linking needs it. Instants are epoch milliseconds. */
export type Contact = {
  id: number
  /** Tells contacts that start in the same instant apart, whatever order they arrived in. */
  order: string
  startedAt: number
  issue: string | null
  direction: 'inbound' | 'outbound' | 'internal'
}

/** What linking says of a contact (METHOD 4.1 and 5). Null where nothing links it. */
export type Links = {
  /** First contact of the chain. */
  chainId: number | null
  /** 1 for a chain's first inbound contact, 2 for the next one, … */
  position: number | null
  /** Inbound contacts of the customer in the time before the chain began that frequency counts. */
  callerFrequency: number
  nextSameIssueAt: number | null
  nextAnyAt: number | null
}

/** What linking goes by: the window W of METHOD 4, and how far back a caller's frequency counts. */
export type LinkingTerms = { windowMilliseconds: number; frequencyMilliseconds: number }

/**
 * Links all contacts of one customer: which inbound contact follows which, and which belong
 * to one chain. A chain goes on while each inbound contact about an issue starts less than the
 * window after the one before, start to start: a longer call moves nothing. Outbound contacts
 * are attached to the latest inbound one before them and start or stop no window.
 *
 * @param contacts all of one customer's, in any order
 */
export function linkCustomer(
  contacts: readonly Contact[],
  { windowMilliseconds, frequencyMilliseconds }: LinkingTerms,
): Map<number, Links> {
  const inOrder = [...contacts].sort(byStartThenOrder)
  const inbound = inOrder.filter((contact) => contact.direction === 'inbound')
  const links = new Map<number, Links>()
  linkAnyIssue(inbound, frequencyMilliseconds, links)
  for (const sameIssue of groupByIssue(inbound)) {
    linkIssue(sameIssue, windowMilliseconds, links)
  }
  for (const contact of inOrder) {
    if (contact.direction !== 'inbound') {
      links.set(contact.id, attach(contact, inbound, windowMilliseconds, links))
    }
  }
  return links
}

const byStartThenOrder = (a: Contact, b: Contact): number =>
  a.startedAt - b.startedAt || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)

/** Starts with every contact standing alone: only the next one about anything is known. */
function linkAnyIssue(
  inbound: readonly Contact[],
  frequencyMilliseconds: number,
  links: Map<number, Links>,
): void {
  let firstInSight = 0
  for (const [place, contact] of inbound.entries()) {
    while (startOf(inbound, firstInSight) < contact.startedAt - frequencyMilliseconds) {
      firstInSight += 1
    }
    links.set(contact.id, {
      chainId: null,
      position: null,
      callerFrequency: place - firstInSight,
      nextSameIssueAt: null,
      nextAnyAt: inbound[place + 1]?.startedAt ?? null,
    })
  }
}

const startOf = (contacts: readonly Contact[], place: number): number =>
  contacts[place]?.startedAt ?? Infinity

function groupByIssue(inbound: readonly Contact[]): Contact[][] {
  const groups = new Map<string, Contact[]>()
  for (const contact of inbound) {
    if (contact.issue === null) continue
    const group = groups.get(contact.issue)
    if (group) group.push(contact)
    else groups.set(contact.issue, [contact])
  }
  return [...groups.values()]
}

function linkIssue(
  contacts: readonly Contact[],
  windowMilliseconds: number,
  links: Map<number, Links>,
): void {
  let first: Contact | undefined
  let position = 0
  for (const [place, contact] of contacts.entries()) {
    const sinceLast = contact.startedAt - startBefore(contacts, place)
    if (first === undefined || sinceLast >= windowMilliseconds) {
      first = contact
      position = 0
    }
    position += 1
    const own = links.get(contact.id)
    if (!own) continue
    links.set(contact.id, {
      ...own,
      chainId: first.id,
      position,
      callerFrequency: links.get(first.id)?.callerFrequency ?? 0,
      nextSameIssueAt: contacts[place + 1]?.startedAt ?? null,
    })
  }
}

const startBefore = (contacts: readonly Contact[], place: number): number =>
  contacts[place - 1]?.startedAt ?? -Infinity

function attach(
  contact: Contact,
  inbound: readonly Contact[],
  windowMilliseconds: number,
  links: Map<number, Links>,
): Links {
  const before = inbound.findLast(
    (earlier) => earlier.issue === contact.issue && earlier.startedAt <= contact.startedAt,
  )
  const isWithin = before && contact.startedAt - before.startedAt < windowMilliseconds
  const isContact = contact.direction === 'outbound' && contact.issue !== null
  return {
    chainId: isWithin && isContact ? (links.get(before.id)?.chainId ?? null) : null,
    position: null,
    callerFrequency: 0,
    nextSameIssueAt: null,
    nextAnyAt: null,
  }
}
