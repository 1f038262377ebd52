/** One contact of a customer, as far as linking needs it. Instants are epoch milliseconds. */
export type Contact = {
  id: number
  /** With the external id, tells contacts that start in the same instant apart. */
  source: string
  externalId: string
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

/** What it says of a call whose customer is not known. */
export const unlinked: Links = Object.freeze({
  chainId: null,
  position: null,
  callerFrequency: 0,
  nextSameIssueAt: null,
  nextAnyAt: null,
})

/** What linking goes by: the window W of METHOD 4, and how far back a caller's frequency counts. */
export type LinkingTerms = { windowMilliseconds: number; frequencyMilliseconds: number }

/**
 * Links all contacts of one customer: which inbound contact follows which, and which belong
 * to one chain. A chain goes on while each inbound contact about an issue starts less than the
 * window after the one before, start to start: a longer call moves nothing. Outbound contacts
 * are attached to the latest inbound one before them and start or stop no window.
 *
 * @param contacts all of one customer's, in any order
 * @param links what is found goes in here, by the contact's id
 */
export function linkCustomer(
  contacts: readonly Contact[],
  { windowMilliseconds, frequencyMilliseconds }: LinkingTerms,
  links: Map<number, Links>,
): void {
  const inOrder = [...contacts].sort(byStartThenName)
  const inbound = inOrder.filter((contact) => contact.direction === 'inbound')
  linkAnyIssue(inbound, frequencyMilliseconds, links)
  linkIssues(inbound, windowMilliseconds, links)
  for (const contact of inOrder) {
    if (contact.direction !== 'inbound') {
      links.set(contact.id, attach(contact, inbound, windowMilliseconds, links))
    }
  }
}

/** In whatever order contacts arrived. */
const byStartThenName = (a: Contact, b: Contact): number =>
  a.startedAt - b.startedAt || compare(a.source, b.source) || compare(a.externalId, b.externalId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

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

/** Puts each contact that names an issue into the chain of the last one about it, or its own. */
function linkIssues(
  inbound: readonly Contact[],
  windowMilliseconds: number,
  links: ReadonlyMap<number, Links>,
): void {
  const lastAbout = new Map<string, { startedAt: number; links: Links }>()
  for (const { id, issue, startedAt } of inbound) {
    const own = links.get(id)
    if (issue === null || !own) continue
    const last = lastAbout.get(issue)
    if (last) last.links.nextSameIssueAt = startedAt
    if (last && startedAt - last.startedAt < windowMilliseconds) {
      own.chainId = last.links.chainId
      own.position = (last.links.position ?? 0) + 1
      own.callerFrequency = last.links.callerFrequency
    } else {
      own.chainId = id
      own.position = 1
    }
    lastAbout.set(issue, { startedAt, links: own })
  }
}

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
