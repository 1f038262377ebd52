import { type Customer } from './customers.ts'
import { type Audience, type Issue, type Queue } from './queues.ts'

/** Somebody reaches for the phone: a customer who calls, or a rep who keeps a promise. */
export type Attempt = {
  customer: Customer
  /** Seconds since 1970. */
  at: number
  direction: 'inbound' | 'outbound'
  audience: Audience
  queue: Queue
  issue: Issue
  /** 1 for the first call about this matter. */
  position: number
  /** Who promised to call back; null for a customer's call. */
  promisedBy: number | null
}
