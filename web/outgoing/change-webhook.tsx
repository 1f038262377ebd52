import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { sayDone } from '../ui/say-done.ts'
import { WebhookFields } from './webhook-fields.tsx'
import { webhooksWords } from './words.ts'

/** Another address, or other events; the secret and what waits stay. */
export function ChangeWebhook({
  webhook: { id, url, events: before },
  onDone,
}: {
  webhook: outgoing.Webhook
  onDone: () => void
}) {
  const [events, setEvents] = useState(before)
  const change = useTell(outgoing.changeWebhook, {
    renews: [outgoing.webhooks],
    onDone: () => {
      sayDone(webhooksWords.changed)
      onDone()
    },
  })
  return (
    <Form
      label={webhooksWords.changeNamed(url)}
      onSubmit={(read) => {
        const changed = read('url')
        // An address that is as it was needs not be looked up anew.
        const body = { ...(changed !== url && { url: changed }), events }
        if (events.length > 0) change.mutate({ params: { webhookId: id }, body })
      }}
    >
      <p>{webhooksWords.changeWhy}</p>
      <WebhookFields {...{ url, events, error: change.error }} onEvents={setEvents} />
      <FailureNote error={change.error} />
      <Group gap="sm">
        <Button type="submit" disabled={events.length === 0} loading={change.isPending}>
          {webhooksWords.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {webhooksWords.leaveIt}
        </Button>
      </Group>
    </Form>
  )
}
