import { type CountedOutcome, type LegFacts } from './leg-outcome.ts'
import { windowIsClosed } from './window-status.ts'

/** One day in seconds. */
const fastReturnWindowSeconds = 86_400

/**
 * Did the customer stay away for a day? 0 if any inbound attempt of theirs, about any issue,
 * answered or abandoned, starts within 24 hours of this start; 1 if none does; null while the day
 * is not over by the watermark, for legs that handed on, neutral legs and unlinkable calls.
 * Instants in seconds. It catches brush-offs early and no other issue code dodges it.
 * Source: METHOD 4.1 (V7: c02 is 0 because of a call about another issue 23 hours later).
 */
export function fastReturn(
  linkable: boolean,
  call: { startedAt: number; nextAttemptAt: number | null; watermarkAt: number },
  leg: Pick<LegFacts, 'handedOn' | 'neutral'>,
): CountedOutcome {
  const dayIsOver = windowIsClosed({ ...call, window: fastReturnWindowSeconds })
  if (!linkable || leg.handedOn || leg.neutral || !dayIsOver) return null
  const cameBack =
    call.nextAttemptAt !== null && call.nextAttemptAt - call.startedAt < fastReturnWindowSeconds
  return cameBack ? 0 : 1
}
