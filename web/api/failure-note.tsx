import { Alert } from '@mantine/core'
import { words } from '../ui/words.ts'
import { type Refused } from './refused.ts'
import { sentenceFor } from './sentences.ts'

/** Why a command was refused, beside the form that gave it. Nothing where nothing is wrong. */
export function FailureNote({ error }: { error: Refused | null }) {
  if (!error) return null
  const others = error.fields.filter(({ field }) => field.includes('.'))
  return (
    <Alert variant="default" bd="1px solid var(--ws-problem)" role="alert">
      {sentenceFor(error)}
      {others.map(({ field, message }) => (
        <div key={field}>{message}</div>
      ))}
      {error.reason === 'bug' && error.requestId !== null && (
        <div>
          {words.requestId}: <code>{error.requestId}</code>
        </div>
      )}
    </Alert>
  )
}
