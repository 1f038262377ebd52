import { Button, Title } from '@mantine/core'
import classes from './states.module.css'
import { words } from './words.ts'

/** Something could not be had: one sentence with what to do, a way to retry, and the number. */
export function Failed({
  title = words.failed,
  sentence,
  requestId,
  onRetry,
}: {
  /** Null where the page's own heading says it already. */
  title?: string | null
  sentence: string
  requestId: string | null
  onRetry?: (() => void) | undefined
}) {
  return (
    <div role="alert" className={`${classes['state'] ?? ''} ${classes['problem'] ?? ''}`}>
      {title !== null && (
        <Title order={2} className={classes['title'] ?? ''}>
          {title}
        </Title>
      )}
      <p>{sentence}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {words.again}
        </Button>
      )}
      {requestId !== null && (
        <p className={classes['request']}>
          {words.requestId}: <code>{requestId}</code>
        </p>
      )}
    </div>
  )
}
