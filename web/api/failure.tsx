import { kindByReason, type RefusalKind, type RefusalReason } from '../../shared/wire/refusal.ts'
import { Failed } from '../ui/failed.tsx'
import { Refused } from './refused.ts'
import { sentenceFor } from './sentences.ts'

/** Whatever was thrown, in a sentence a person can act on. */
export function Failure({
  title,
  error,
  onRetry,
}: {
  title?: null
  error: unknown
  onRetry?: () => void
}) {
  const requestId = error instanceof Refused ? error.requestId : null
  const retry = isForGood(error) ? undefined : onRetry
  return (
    <Failed
      {...(title === null && { title })}
      sentence={sentenceFor(error)}
      requestId={requestId}
      onRetry={retry}
    />
  )
}

/** Asking again would get the same answer. */
const isForGood = (error: unknown): boolean =>
  error instanceof Refused &&
  Object.hasOwn(kindByReason, error.reason) &&
  lasting.includes(kindByReason[error.reason as RefusalReason])

const lasting: readonly RefusalKind[] = ['not_allowed', 'not_found', 'malformed']
