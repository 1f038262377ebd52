import { type ReactNode } from 'react'
import { repPromptWords, standingWords, type Voice } from '../../shared/balance/label-words.ts'
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
  /** Whom it is said to. */
  voice?: Voice
  /** Links to the calls behind the counts. */
  calls?: ReactNode
}

/** How one rep's calls turn out: the label in words first, then the numbers it rests on. */
export function StandingStatement({
  standing,
  usualRate,
  measure = 'same_issue_7d',
  voice = 'rep',
  calls,
}: Props) {
  const { label, overall, moreNeeded, prompt } = standing
  return (
    <div>
      <p className={classes['statement']}>
        <StandingMark label={label} />
        <span>{sayLabel(label, moreNeeded, voice)}.</span>
      </p>
      {overall !== label && (
        <p className={classes['also']}>Over both measures: {standingWords[voice][overall]}.</p>
      )}
      {prompt !== null && <p className={classes['also']}>{repPromptWords[voice][prompt]}.</p>}
      <StandingNumbers
        standing={standing}
        usualRate={usualRate}
        measure={measure}
        voice={voice}
        {...(calls !== undefined && { calls })}
      />
    </div>
  )
}
