import { Button } from '@mantine/core'
import { show } from '../../shared/calls/contract.ts'
import { share, sharedByOthers } from '../../shared/reflections/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { sayDone } from '../ui/say-done.ts'
import classes from './reflections.module.css'
import { shareWords } from './words.ts'

type Props = {
  callId: number
  isShared: boolean
  /** Whether it says what resolved the call, which is what colleagues read. */
  hasWords: boolean
}

/** A rep's own saved reflection: private, or shared with colleagues, for them alone to say. */
export function ShareChoice({ callId, isShared, hasWords }: Props) {
  const tell = useTell(share, {
    renews: [show, sharedByOthers],
    onDone: (reply) => {
      sayDone(reply.isShared ? shareWords.isShared : shareWords.isPrivate)
    },
  })
  if (!isShared && !hasWords) return <p className={classes['share']}>{shareWords.noWords}</p>
  return (
    <div className={classes['share']}>
      <p>{isShared ? shareWords.isShared : shareWords.lead}</p>
      <FailureNote error={tell.error} />
      <Button
        variant="default"
        size="compact-sm"
        loading={tell.isPending}
        onClick={() => {
          tell.mutate({ params: { callId }, body: { isShared: !isShared } })
        }}
      >
        {isShared ? shareWords.keepPrivate : shareWords.share}
      </Button>
    </div>
  )
}
