import { type EventsReply } from '../../shared/floor/contract.ts'
import { checkPresenceEvent } from '../../shared/floor/check-presence-event.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { type SplitRecord } from '../http/split-records.ts'
import { type HeardEvent, hearEvents } from './hear-events.ts'

/** Requests with events that may wait for the database at once; beyond it senders are asked to wait. */
const waitingRequestsLimit = 100

type Needs = {
  database: Database
  clock: () => number
  /** A customer as a keyed hash in hex; null where nobody is named. */
  hashCustomer: (organizationId: number, customer: string | undefined) => string | null
}

/**
 * Takes events by their places, checks each, and keeps what is news. What is answered is on disk.
 *
 * @throws Refused (too_busy) where more wait than can be kept at once
 */
export function openHearing({ database, clock, hashCustomer }: Needs) {
  let waiting = 0
  return async (organizationId: number, sent: readonly SplitRecord[]): Promise<EventsReply> => {
    const now = clock()
    const heard: HeardEvent[] = []
    const refused: EventsReply['refused'] = []
    for (const each of sent) {
      const checked = 'value' in each ? checkPresenceEvent(each.value, now) : each
      if (checked.problem) {
        const { field, message } = checked.problem
        refused.push({ index: each.index, field, message })
      } else {
        const { event, at } = checked
        const customer = event.kind === 'call' ? event.customer : undefined
        heard.push({ event, at, customerKey: hashCustomer(organizationId, customer) })
      }
    }
    if (heard.length === 0) return { accepted: 0, unchanged: 0, refused }
    if (waiting >= waitingRequestsLimit) {
      throw new Refused('too_busy', 'More events wait than can be kept at once; send them again.')
    }
    waiting += 1
    const accepted = await hearEvents(database, organizationId, heard, now).finally(() => {
      waiting -= 1
    })
    return { accepted, unchanged: heard.length - accepted, refused }
  }
}

export type Hear = ReturnType<typeof openHearing>
