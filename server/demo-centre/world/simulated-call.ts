import { type Attempt } from './attempt.ts'
import { type ClosingWords } from './closing-words.ts'
import { type Part } from './conversation.ts'
import { type Manner } from './manner.ts'

/** A rep's phone rang and the rep did not take the call. */
export type Offer = { alias: string; ringSeconds: number; result: 'no_answer' | 'rejected' }

/** What became of a call that was answered; the records show only its consequences. */
export type Answered = {
  /** One rep's part, or two where the call was handed on. */
  parts: readonly [Part, ...Part[]]
  isResolved: boolean
  manner: Manner
  hasPromised: boolean
  words: ClosingWords
}

export type SimulatedCall = {
  attempt: Attempt
  /** The how-many-th attempt of its day: with the second it began it makes the call's name. */
  nth: number
  /** Null where a rep dialled. */
  ivrSeconds: number | null
  queueSeconds: number | null
  offer: Offer | null
  /** Null where the caller left the queue. */
  answered: Answered | null
  /** When it is over for the customer, in seconds since 1970. */
  endsAt: number
  /** When the phone system has all of it. */
  knownAt: number
  /** Where wrap-up arrives late: when the record without it goes out. */
  firstKnownAt: number | null
}

/** The part that ended the call. */
export const lastPart = ({ parts }: Answered): Part => parts.at(-1) ?? parts[0]
