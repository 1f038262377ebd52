import { type ReactNode } from 'react'
import { repPromptWords, standingWords } from '../../shared/balance/label-words.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { StandingMark } from './standing-mark.tsx'
import { StandingNumbers } from './standing-numbers.tsx'
import { sayLabel } from './standing-say.ts'
import classes from './standing-statement.module.css'

type Props = {
  standing: RepStanding
  /** What the center as a whole gets resolved on the common mix. */
  usualRate: number | null
  measure?: Measure
  /** Links to the calls behind the counts. */
  calls?: ReactNode
}

/** How one rep's calls turn out: the label in words first, then the numbers it rests on. */
export function StandingStatement({
  standing,
  usualRate,
  measure = 'same_issue_7d',
  calls,
}: Props) {
  const { label, overall, moreNeeded, prompt } = standing
  return (
    <div>
      <p className={classes['statement']}>
        <StandingMark label={label} />
        <span>{sayLabel(label, moreNeeded)}.</span>
      </p>
      {overall !== label && (
        <p className={classes['also']}>Over both measures: {standingWords[overall]}.</p>
      )}
      {prompt !== null && <p className={classes['also']}>These calls {repPromptWords[prompt]}.</p>}
      <StandingNumbers
        standing={standing}
        usualRate={usualRate}
        measure={measure}
        {...(calls !== undefined && { calls })}
      />
    </div>
  )
}
