import { Row } from '../ui/rows.tsx'
import { Aliases } from './aliases.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { matchingWords } from './matching-words.ts'
import { MergeForm } from './merge-form.tsx'
import { type Rep } from './rep.ts'
import classes from './unconfirmed-rep.module.css'
import { repsWords } from './words.ts'

/** A name a phone system sent: somebody we know already, or somebody new. */
export function UnconfirmedRep({ rep }: { rep: Rep }) {
  return (
    <Row name={rep.name} under={<Aliases of={rep} />}>
      <div className={classes['either']}>
        <MergeForm rep={rep} label={repsWords.match(rep.name)} action={matchingWords.goOn} />
        <span className={classes['or']}>{repsWords.or}</span>
        <ConfirmForm rep={rep} />
      </div>
    </Row>
  )
}
