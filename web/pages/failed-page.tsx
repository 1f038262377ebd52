import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Failure } from '../api/failure.tsx'
import { otherWords } from '../roster/words.ts'
import { PageHeading } from '../ui/page-heading.tsx'

/** What stands in a page's place when it could not be shown; the shell stays around it. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <>
      <PageHeading title={otherWords.failed} />
      <Failure
        title={null}
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </>
  )
}
