import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { fieldError } from '../api/field-error.ts'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { NewSecret } from './new-secret.tsx'
import { eventNames, webhooksWords } from './words.ts'

/** Adds an address and shows its secret this once. */
export function NewWebhookForm() {
  const [events, setEvents] = useState<outgoing.WebhookEvent[]>([...outgoing.webhookEvents])
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
      <TextInput
        name="url"
        required
        maxLength={outgoing.urlLengthLimit}
        autoComplete="off"
        label={webhooksWords.url}
        description={webhooksWords.urlHint}
        error={fieldError(create.error, 'url')}
      />
      <Checkbox.Group<outgoing.WebhookEvent>
        label={webhooksWords.events}
        value={events}
        onChange={setEvents}
        error={events.length === 0 ? webhooksWords.eventsNeeded : null}
      >
        <Stack gap="xs" mt="xs">
          {outgoing.webhookEvents.map((event) => (
            <Checkbox key={event} value={event} label={eventNames[event]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <FailureNote error={create.error} />
      <div>
        <Button type="submit" disabled={events.length === 0} loading={create.isPending}>
          {webhooksWords.create}
        </Button>
      </div>
    </Form>
  )
}
