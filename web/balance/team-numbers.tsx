import { type Reps } from '../../shared/balance/contract.ts'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { sayCount } from '../ui/say-count.ts'
import { isOverdispersed } from './funnel-drawing.ts'
import { sayPercent } from './standing-say.ts'
import { teamExplanations } from './team-explanations.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

/** What every rep of the answer is compared with, and how much reps differ at all. */
export function TeamNumbers({ given: { usualRate, tau, phi, reps } }: { given: Reps }) {
  const decided = reps.reduce((sum, { mature }) => sum + mature, 0)
  return (
    <div className={classes['numbers']}>
      {usualRate !== null && (
        <ExplainedNumber
          label="Usual in the center"
          value={sayPercent(usualRate)}
          restsOn="on the common mix of calls"
          explanation={teamExplanations.usualRate}
        />
      )}
      <ExplainedNumber
        label="Reps differ by (log-odds)"
        value={tau.toFixed(2)}
        restsOn={`beyond chance; ${sayCount(decided)} decided calls are compared below`}
        explanation={teamExplanations.tau}
      />
      {phi !== null && (
        <ExplainedNumber
          label="Spread against chance"
          value={`${phi.toFixed(1)} times`}
          restsOn={isOverdispersed(phi) ? teamWords.overdispersed : '1 is chance alone'}
          explanation={teamExplanations.phi}
        />
      )}
    </div>
  )
}
