import { Button } from '@mantine/core'
import { useState } from 'react'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { NewSecret } from './new-secret.tsx'
import { WebhookFields } from './webhook-fields.tsx'
import { webhooksWords } from './words.ts'

/** What reps have written leaves the house only where somebody chooses that. */
const chosenAtFirst: readonly outgoing.WebhookEvent[] = ['call.outcome_final', 'call.recognized']

/** Adds an address and shows its secret this once. */
export function NewWebhookForm() {
  const [events, setEvents] = useState([...chosenAtFirst])
  const create = useTell(outgoing.createWebhook, { renews: [outgoing.webhooks] })
  if (create.data) {
    return (
      <NewSecret
        text={create.data.secret}
        onDone={() => {
          create.reset()
        }}
      />
    )
  }
  return (
    <Form
      label={webhooksWords.add}
      onSubmit={(read) => {
        if (events.length > 0) create.mutate({ body: { url: read('url'), events } })
      }}
    >
      <WebhookFields {...{ events, error: create.error }} onEvents={setEvents} />
      <FailureNote error={create.error} />
      <div>
        <Button type="submit" disabled={events.length === 0} loading={create.isPending}>
          {webhooksWords.create}
        </Button>
      </div>
    </Form>
  )
}
