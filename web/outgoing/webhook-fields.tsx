import { Checkbox, Stack, TextInput } from '@mantine/core'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { fieldError } from '../api/field-error.ts'
import { type Refused } from '../api/refused.ts'
import { eventNames, webhooksWords } from './words.ts'

type Props = {
  /** What it is so far; left out: a new one. */
  url?: string
  events: readonly outgoing.WebhookEvent[]
  error: Refused | null
  onEvents: (events: outgoing.WebhookEvent[]) => void
}

/** An address, and what it is told. */
export function WebhookFields({ url, events, error, onEvents }: Props) {
  return (
    <>
      <TextInput
        name="url"
        required
        autoFocus={url !== undefined}
        defaultValue={url ?? ''}
        maxLength={outgoing.urlLengthLimit}
        autoComplete="off"
        label={webhooksWords.url}
        description={webhooksWords.urlHint}
        error={fieldError(error, 'url')}
      />
      <Checkbox.Group<outgoing.WebhookEvent>
        label={webhooksWords.events}
        value={[...events]}
        onChange={onEvents}
        error={events.length === 0 ? webhooksWords.eventsNeeded : null}
      >
        <Stack gap="xs" mt="xs">
          {outgoing.webhookEvents.map((event) => (
            <Checkbox key={event} value={event} label={eventNames[event]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  )
}
