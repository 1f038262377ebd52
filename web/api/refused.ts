import { type Problem, type RefusalReason } from '../../shared/wire/refusal.ts'

/** What can go wrong before a server's answer is read; the server has no words for these. */
export type Silence = 'no_connection' | 'too_slow' | 'unreadable_answer'

/** The one error every question and command of the browser ends in. */
export class Refused extends Error {
  readonly reason: RefusalReason | Silence
  /** Finds the request in the server's log; null where no server answered. */
  readonly requestId: string | null
  readonly fields: NonNullable<Problem['fields']>

  constructor(given: {
    reason: RefusalReason | Silence
    message: string
    requestId?: string | null
    fields?: Problem['fields']
  }) {
    super(given.message)
    this.name = 'Refused'
    this.reason = given.reason
    this.requestId = given.requestId ?? null
    this.fields = given.fields ?? []
  }
}
