import * as contract from '../../shared/roster/key-contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { AskOnceMore } from '../ui/ask-once-more.tsx'
import { sayGone } from '../ui/say-done.ts'
import { keysWords } from './words.ts'

/** Asks once more, because whatever uses the key stops working. */
export function RevokeKey({ id, name }: { id: number; name: string }) {
  const revoke = useTell(contract.revokeKey, {
    renews: [contract.keys],
    onDone: () => {
      sayGone(keysWords.revoked(name))
    },
  })
  return (
    <AskOnceMore
      action={keysWords.revoke}
      actionOf={keysWords.revokeNamed(name)}
      sure={keysWords.sure(name)}
      sureWhy={keysWords.sureWhy}
      keep={keysWords.keep}
      onSure={() => {
        revoke.mutate({ params: { keyId: id } })
      }}
      isPending={revoke.isPending}
    >
      <FailureNote error={revoke.error} />
    </AskOnceMore>
  )
}
