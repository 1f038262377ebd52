import * as outgoing from '../../shared/outgoing/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { AskOnceMore } from '../ui/ask-once-more.tsx'
import { sayGone } from '../ui/say-done.ts'
import { webhooksWords } from './words.ts'

/** Asks once more, because messages go with the address. */
export function RemoveWebhook({ id, url }: { id: number; url: string }) {
  const remove = useTell(outgoing.deleteWebhook, {
    renews: [outgoing.webhooks],
    onDone: () => {
      sayGone(webhooksWords.removed)
    },
  })
  return (
    <AskOnceMore
      action={webhooksWords.remove}
      actionOf={webhooksWords.removeNamed(url)}
      sure={webhooksWords.removeSure(url)}
      sureWhy={webhooksWords.removeWhy}
      keep={webhooksWords.keep}
      onSure={() => {
        remove.mutate({ params: { webhookId: id } })
      }}
      isPending={remove.isPending}
    >
      <FailureNote error={remove.error} />
    </AskOnceMore>
  )
}
