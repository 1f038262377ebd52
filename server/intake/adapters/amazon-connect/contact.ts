/** What a contact record says, as far as calls are concerned. Instants are epoch milliseconds. */
export type Contact = {
  id: string
  /** The first contact of all that hang together; null where this is it. */
  initial: string | null
  previous: string | null
  next: string | null
  /** Orders deliveries of the same contact. */
  updatedAt: number
  begins: 'inbound' | 'outbound' | 'callback' | 'transfer' | 'queue_transfer' | 'after_disconnect'
  startedAt: number
  /** When the customer was connected; for a call out, when they answered. */
  connectedAt: number | null
  /** When the customer left this contact. */
  disconnectedAt: number | null
  queue: string | null
  enqueuedAt: number | null
  queueSeconds: number | null
  rep: RepPart | null
  reason: string | null
  /** When the customer was connected to somebody outside of Amazon Connect. */
  handedOutAt: number | null
  customer: string | null
  isRecorded: boolean
  issue: string | null
  audience: string | null
  language: string | null
  disposition: string | null
  declaredResolution: string | null
  csat: string | null
}

export type RepPart = {
  name: string
  answeredAt: number
  /** When after-call work began, which is when the rep was through with the customer. */
  endedAt: number | null
  talkSeconds: number | null
  holdSeconds: number | null
  wrapSeconds: number | null
}

/** What all contacts that hang together have in common. */
export const groupOf = ({ id, initial, previous }: Contact): string => initial ?? previous ?? id

/** Whether other contacts belong to the same call, or may. */
export const hasOthers = ({ initial, previous, next }: Contact): boolean =>
  initial !== null || previous !== null || next !== null
