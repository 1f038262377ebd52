/** A line that waits to hear what becomes of its call. */
export type PendingLine = { lineNumber: number; text: string }

/** One rep's part of a call, as far as the log has told. Times are seconds since 1970. */
export type QueueLeg = {
  rep: string
  queue: string | null
  answeredAt: number | null
  /** When it was answered was worked out from how long it took; the line itself was not seen. */
  isDerived: boolean
  endedAt: number | null
  ringSeconds: number | null
  talkSeconds: number | null
  wrapBeganAt: number | null
  wrapSeconds: number | null
  ending: 'completed' | 'blind_transfer' | 'attended_transfer' | 'lost' | null
  endedBy: 'customer' | 'rep' | 'system' | null
  isOpen: boolean
  /** When a colleague who had called this rep for advice handed the customer over. */
  handedOverAt: number | null
}

export type QueueOffer = {
  rep: string
  queue: string | null
  ringSeconds: number | null
  result: 'no_answer' | 'rejected' | 'caller_left' | 'unknown'
}

/**
 * A call as far as the log has told. Plain data, so that it can be kept as JSON between two runs.
 *
 * `open`: its end is still to come. `ended`: it is over, but the customer may turn up in another
 * queue. `told`: its record was given; a line that comes late gives it again under a higher version.
 */
export type QueueCall = {
  callid: string
  state: 'open' | 'ended' | 'told'
  pending: PendingLine[]
  /** The last line of the call as it stood, to tell one that was written twice. */
  lastText: string
  lines: number
  firstAt: number
  lastAt: number
  enteredAt: number | null
  isEntryDerived: boolean
  queue: string | null
  caller: string | null
  /** The caller is a rep, by the extension they called from. */
  calledByRep: string | null
  dialled: string | null
  issue: string | null
  disposition: string | null
  waiting: { queue: string | null; since: number } | null
  /** In queues, until somebody answered; null once a part of it isn't known. */
  waitSeconds: number | null
  legs: QueueLeg[]
  offers: QueueOffer[]
  endedAt: number | null
  end: 'completed' | 'abandoned' | 'left' | 'transferred' | 'cut' | null
  /** Of an outbound call: whom the rep called, and since when. */
  outbound: { number: string | null; startedAt: number } | null
  /** Uniqueids of consultations that belong to this call. */
  consultations: string[]
  /** When the book looks at the call again, in seconds of its own clock. */
  due: number
}

// Both are written out in one piece: put together from parts, objects are slow.

/** @param at of the first line that tells of it */
export const newCall = (callid: string, at: number): QueueCall => ({
  callid,
  state: 'open',
  pending: [],
  lastText: '',
  lines: 0,
  firstAt: at,
  lastAt: at,
  enteredAt: null,
  isEntryDerived: false,
  queue: null,
  caller: null,
  calledByRep: null,
  dialled: null,
  issue: null,
  disposition: null,
  waiting: null,
  waitSeconds: 0,
  legs: [],
  offers: [],
  endedAt: null,
  end: null,
  outbound: null,
  consultations: [],
  due: 0,
})

export const newLeg = (rep: string, queue: string | null, answeredAt: number | null): QueueLeg => ({
  rep,
  queue,
  answeredAt,
  isDerived: false,
  endedAt: null,
  ringSeconds: null,
  talkSeconds: null,
  wrapBeganAt: null,
  wrapSeconds: null,
  ending: null,
  endedBy: null,
  isOpen: true,
  handedOverAt: null,
})
