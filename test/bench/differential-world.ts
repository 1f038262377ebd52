import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type Ending } from '../../shared/calls/words.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { phone } from '../world/records.ts'

type Leg = { rep: string; h: number; end: string; queue: string; neutral: boolean }
type Contact = {
  id: string
  customer: string | null
  issue: string
  start: number
  direction: 'in' | 'out'
  legs: Leg[]
}

type StandingAnswer = {
  n: number
  O: number
  E: number
  median: number
  q025: number
  q975: number
} & {
  p_above: number
  p_below: number
  reliability: number
  label: string
}

/** A world of `differential.py` with what the reference implementation says of it; seconds. */
export type ReferenceWorld = {
  seed: number
  watermark: number
  /** Legs that start before are counted. */
  until: number
  contacts: Contact[]
  answers: {
    sigma: number
    measures: Record<Measure, { tau: number; reps: Record<string, StandingAnswer> }>
    indexes: Record<string, { index: number; lo: number; hi: number; n: number }>
    expectations: {
      rep: string
      path: [queue: string, issue: string, position: number]
      meanLog: number
      resolution: number
      stay: number
      downstreamSeconds: number | null
    }[]
    chains: Record<'closed' | 'open' | 'contacts' | 'secondsSum' | 'secondsSquareSum', number>
  }
}

/** Second 0 of the worlds. */
export const dayZero = Date.parse('2026-01-05T00:00:00Z')
export const instantOf = (seconds: number): string =>
  new Date(dayZero + seconds * 1000).toISOString()
export const dayOf = (seconds: number): string => instantOf(seconds).slice(0, 10)

const endings: Record<string, Ending> = {
  ...{ end: 'completed', transfer: 'blind_transfer', conference: 'conference' },
}

export const recordOfContact = (contact: Contact): CallRecord => ({
  ...{ source: phone, externalId: contact.id, startedAt: instantOf(contact.start) },
  ...{ direction: contact.direction === 'in' ? 'inbound' : 'outbound', issue: contact.issue },
  customer: contact.customer,
  legs: contact.legs.map(({ rep, h, end, queue, neutral }) => ({
    ...{ rep, queue, talkSeconds: h, ending: endings[end] ?? null, neutral },
  })),
})
