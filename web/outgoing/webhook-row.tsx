import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { sayDone } from '../ui/say-done.ts'
import { Row } from '../ui/rows.tsx'
import { ChangeWebhook } from './change-webhook.tsx'
import { NewSecret } from './new-secret.tsx'
import { RemoveWebhook } from './remove-webhook.tsx'
import { WebhookMessages } from './webhook-messages.tsx'
import { eventNames, webhooksWords } from './words.ts'

/** One address: what it is told, how its messages fare, and what can be done with it. */
export function WebhookRow({ webhook }: { webhook: outgoing.Webhook }) {
  const [isOpen, setIsOpen] = useState(false)
  const [changing, setChanging] = useState<'not' | 'now' | 'before'>('not')
  const { id, url, events, isEnabled, disabledWhy, waiting, dead } = webhook
  return (
    <Row
      name={<span style={{ overflowWrap: 'anywhere' }}>{url}</span>}
      under={events.map((event) => eventNames[event]).join(' · ')}
    >
      {!isEnabled && (
        <p>
          <strong>{webhooksWords.off}.</strong> {disabledWhy ?? webhooksWords.offNow}
        </p>
      )}
      <p>{webhooksWords.counts(waiting, dead)}</p>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isOpen}
          aria-label={isOpen ? webhooksWords.hideNamed(url) : webhooksWords.showNamed(url)}
          onClick={() => {
            setIsOpen(!isOpen)
          }}
        >
          {isOpen ? webhooksWords.hide : webhooksWords.show}
        </Button>
        <WebhookActions webhook={webhook} />
        {changing !== 'now' && (
          <Button
            variant="subtle"
            size="compact-sm"
            autoFocus={changing === 'before'}
            aria-label={webhooksWords.changeNamed(url)}
            onClick={() => {
              setChanging('now')
            }}
          >
            {webhooksWords.change}
          </Button>
        )}
        <RemoveWebhook id={id} url={url} />
      </Group>
      {changing === 'now' && (
        <ChangeWebhook
          webhook={webhook}
          onDone={() => {
            setChanging('before')
          }}
        />
      )}
      {isOpen && <WebhookMessages webhookId={id} url={url} />}
    </Row>
  )
}

function WebhookActions({ webhook: { id, url, isEnabled } }: { webhook: outgoing.Webhook }) {
  const renews = [outgoing.webhooks, outgoing.webhookMessages]
  const params = { webhookId: id }
  const test = useTell(outgoing.testWebhook, {
    renews,
    onDone: () => {
      sayDone(webhooksWords.tested)
    },
  })
  const change = useTell(outgoing.changeWebhook, { renews })
  const rotate = useTell(outgoing.rotateWebhookSecret)
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={webhooksWords.testNamed(url)}
        loading={test.isPending}
        onClick={() => {
          test.mutate({ params, body: {} })
        }}
      >
        {webhooksWords.test}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={isEnabled ? webhooksWords.disableNamed(url) : webhooksWords.enableNamed(url)}
        loading={change.isPending}
        onClick={() => {
          change.mutate({ params, body: { isEnabled: !isEnabled } })
        }}
      >
        {isEnabled ? webhooksWords.disable : webhooksWords.enable}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={webhooksWords.rotateNamed(url)}
        title={webhooksWords.rotateWhy}
        loading={rotate.isPending}
        onClick={() => {
          rotate.mutate({ params, body: {} })
        }}
      >
        {webhooksWords.rotate}
      </Button>
      {rotate.data && (
        <NewSecret
          text={rotate.data.secret}
          onDone={() => {
            rotate.reset()
          }}
        />
      )}
      <FailureNote error={test.error ?? change.error ?? rotate.error} />
    </>
  )
}
