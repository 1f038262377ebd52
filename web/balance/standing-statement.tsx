import { repPromptWords, standingWords, type Voice } from '../../shared/balance/label-words.ts'
import { type RepPrompt } from '../../shared/balance/rep-prompt.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type CallClass } from '../../shared/calls/words.ts'
import { CallsLink } from './calls-link.tsx'
import { StandingMark } from './standing-mark.tsx'
import { StandingNumbers } from './standing-numbers.tsx'
import { sayLabel } from './standing-say.ts'
import classes from './standing-statement.module.css'

type Props = {
  standing: RepStanding
  /** What the center as a whole gets resolved on the common mix. */
  usualRate: number | null
  measure: Measure
  /** Whom it is said to. */
  voice: Voice
  /** Whose calls, of which days: where the numbers lead to. */
  filter: CallFilter
  /** False where the time stands beside another standing of the same calls already. */
  hasTime?: boolean
}

/** How one rep's calls turn out: the label in words first, then the numbers it rests on. */
export function StandingStatement(props: Props) {
  const { standing, voice, filter } = props
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
      {prompt !== null && (
        <p className={classes['also']}>
          {repPromptWords[voice][prompt]}:{' '}
          <CallsLink
            filter={{ ...filter, class: [promptClass[prompt]], counted: 'window_over' }}
            count={standing.classes[promptClass[prompt]]}
          />
        </p>
      )}
      <StandingNumbers {...props} />
    </div>
  )
}

/** The calls to look at first. */
const promptClass: Record<RepPrompt, CallClass> = {
  rushed: 'hurried',
  lacks_support: 'needs_support',
}
