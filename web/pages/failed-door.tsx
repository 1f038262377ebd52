import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Failure } from '../api/failure.tsx'
import { Door } from '../roster/door.tsx'
import { otherWords } from '../roster/words.ts'

/** What stands in place of everything while nobody could be recognized: no server, no network. */
export function FailedDoor({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Door title={otherWords.failed}>
      <Failure
        title={null}
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </Door>
  )
}
