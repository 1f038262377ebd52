import * as contract from '../../shared/roster/display-contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { AskOnceMore } from '../ui/ask-once-more.tsx'
import { sayGone } from '../ui/say-done.ts'
import { displaysWords } from './display-words.ts'

/** Asks once more, because somebody has to go to the wall to have it back. */
export function RemoveDisplay({ id, name }: { id: number; name: string }) {
  const remove = useTell(contract.revokeDisplay, {
    renews: [contract.displays],
    onDone: () => {
      sayGone(displaysWords.removed(name))
    },
  })
  return (
    <AskOnceMore
      action={displaysWords.remove}
      actionOf={displaysWords.removeNamed(name)}
      sure={displaysWords.sure(name)}
      sureWhy={displaysWords.sureWhy}
      keep={displaysWords.keep}
      onSure={() => {
        remove.mutate({ params: { displayId: id } })
      }}
      isPending={remove.isPending}
    >
      <FailureNote error={remove.error} />
    </AskOnceMore>
  )
}
