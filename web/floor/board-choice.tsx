import { Button } from '@mantine/core'
import { showRecognition, shownRecognitions } from '../../shared/floor/contract.ts'
import { type ShownRecognition } from '../../shared/floor/floor.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { sayDone } from '../ui/say-done.ts'
import classes from './board-choice.module.css'
import { sayRecognition } from './say-floor.ts'
import { choiceWords } from './words.ts'

type Props = {
  callId: number
  legNo: number
  /** Exactly what the board would say. */
  recognition: ShownRecognition
  isShown: boolean
}

/** Whether the board shows a recognized call of the rep's own, with the words it would use. */
export function BoardChoice({ callId, legNo, recognition, isShown }: Props) {
  const said = keepTogether(sayRecognition(recognition))
  const tell = useTell(showRecognition, {
    renews: [shownRecognitions],
    onDone: (_, { body }) => {
      sayDone(body.isShown ? choiceWords.isShown : choiceWords.isHidden)
    },
  })
  return (
    <div className={classes['choice']}>
      <p>{isShown ? choiceWords.says(said) : choiceWords.would(said)}</p>
      <FailureNote error={tell.error} />
      <Button
        variant="default"
        size="compact-sm"
        loading={tell.isPending}
        aria-label={isShown ? choiceWords.hideNamed(said) : choiceWords.showNamed(said)}
        onClick={() => {
          tell.mutate({ params: { callId, legNo }, body: { isShown: !isShown } })
        }}
      >
        {isShown ? choiceWords.hide : choiceWords.show}
      </Button>
    </div>
  )
}
