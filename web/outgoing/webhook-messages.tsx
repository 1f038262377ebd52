import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { askPages } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { Paged } from '../api/paged.tsx'
import { useTell } from '../api/use-tell.ts'
import { Empty } from '../ui/empty.tsx'
import { Instant } from '../ui/instant.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { webhooksWords } from './words.ts'

/** Messages to an address with the last answer to each; those given up can be sent again. */
export function WebhookMessages({ webhookId, url }: { webhookId: number; url: string }) {
  const [isOnlyDead, setIsOnlyDead] = useState(false)
  const query = isOnlyDead ? { state: 'dead' as const } : {}
  return (
    <section aria-label={webhooksWords.messagesTo(url)}>
      <Checkbox
        my="sm"
        label={webhooksWords.onlyDead}
        checked={isOnlyDead}
        onChange={(event) => {
          setIsOnlyDead(event.currentTarget.checked)
        }}
      />
      <Paged<outgoing.WebhookMessage>
        asks={askPages(outgoing.webhookMessages, { params: { webhookId }, query })}
      >
        {(messages) =>
          messages.length === 0 ? (
            <Empty order={3} title={webhooksWords.noMessages}>
              {webhooksWords.noMessagesWhy}
            </Empty>
          ) : (
            <Rows label={webhooksWords.messagesTo(url)}>
              {messages.map((message) => (
                <MessageRow key={message.id} message={message} />
              ))}
            </Rows>
          )
        }
      </Paged>
    </section>
  )
}

function MessageRow({ message }: { message: outgoing.WebhookMessage }) {
  const { event, createdAt, lastAttemptAt, lastStatus, lastAnswer, nextAttemptAt } = message
  return (
    <Row
      name={<code>{event}</code>}
      under={<Instant at={createdAt} />}
      action={message.state === 'dead' ? <SendAgain message={message} /> : undefined}
    >
      <div>{webhooksWords.stateOf(message)}</div>
      {lastAttemptAt !== null && (
        <div style={{ overflowWrap: 'anywhere' }}>
          {webhooksWords.answered(lastStatus, lastAnswer)}
        </div>
      )}
      {message.state === 'waiting' && nextAttemptAt !== null && (
        <div>
          {webhooksWords.next} <Instant at={nextAttemptAt} />
        </div>
      )}
    </Row>
  )
}

function SendAgain({ message: { id, messageId } }: { message: outgoing.WebhookMessage }) {
  const again = useTell(outgoing.sendAgain, {
    renews: [outgoing.webhookMessages, outgoing.webhooks],
  })
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={webhooksWords.againNamed(messageId)}
        loading={again.isPending}
        onClick={() => {
          again.mutate({ params: { messageId: id }, body: {} })
        }}
      >
        {webhooksWords.again}
      </Button>
      <FailureNote error={again.error} />
    </>
  )
}
