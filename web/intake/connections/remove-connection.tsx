import * as contract from '../../../shared/intake/connection-contract.ts'
import { type Connection } from '../../../shared/intake/connection.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { sayGone } from '../../ui/say-done.ts'
import { Section } from '../../ui/section.tsx'
import { AskOnceMore } from '../../ui/ask-once-more.tsx'
import { connectionWords } from './words.ts'

type Props = { connection: Connection; onRemoved: () => void }

/** Takes no more deliveries, for good. */
export function RemoveConnection({ connection: { id, name }, onRemoved }: Props) {
  const remove = useTell(contract.deleteConnection, {
    renews: [contract.connections],
    onDone: () => {
      sayGone(connectionWords.removed(name))
      onRemoved()
    },
  })
  return (
    <Section title={connectionWords.removeTitle} lead={connectionWords.removeLead}>
      <AskOnceMore
        {...{ action: connectionWords.remove, actionOf: connectionWords.removeOf(name) }}
        {...{ sure: connectionWords.sure(name), sureWhy: connectionWords.sureWhy }}
        keep={connectionWords.keep}
        isPending={remove.isPending}
        onSure={() => {
          remove.mutate({ params: { connectionId: id } })
        }}
      >
        <FailureNote error={remove.error} />
      </AskOnceMore>
    </Section>
  )
}
