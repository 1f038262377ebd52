import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { sayGone } from '../ui/say-done.ts'
import { webhooksWords } from './words.ts'

/** Asks once more, in its place, because messages go with the address. */
export function RemoveWebhook({ id, url }: { id: number; url: string }) {
  const [asked, setAsked] = useState<'not' | 'now' | 'before'>('not')
  const remove = useTell(outgoing.deleteWebhook, {
    renews: [outgoing.webhooks],
    onDone: () => {
      sayGone(webhooksWords.removed)
    },
  })
  if (asked !== 'now') {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        autoFocus={asked === 'before'}
        aria-label={webhooksWords.removeNamed(url)}
        onClick={() => {
          setAsked('now')
        }}
      >
        {webhooksWords.remove}
      </Button>
    )
  }
  const question = webhooksWords.removeSure(url)
  return (
    <div role="group" aria-label={question}>
      <strong>{question}</strong>
      <p>{webhooksWords.removeWhy}</p>
      <Group gap="sm">
        <Button
          autoFocus
          variant="default"
          size="compact-md"
          onClick={() => {
            setAsked('before')
          }}
        >
          {webhooksWords.keep}
        </Button>
        <Button
          size="compact-md"
          loading={remove.isPending}
          onClick={() => {
            remove.mutate({ params: { webhookId: id } })
          }}
        >
          {webhooksWords.remove}
        </Button>
      </Group>
      <FailureNote error={remove.error} />
    </div>
  )
}
