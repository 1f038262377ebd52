import { type Reps } from '../../shared/balance/contract.ts'
import { usualReach } from '../../shared/balance/usual-reach.ts'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { isOverdispersed } from './funnel-drawing.ts'
import { sayPercent, sayPercentInterval } from './standing-say.ts'
import { teamExplanations } from './team-explanations.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

/** What every rep of the answer is compared with, and how much reps differ at all. */
export function TeamNumbers({ given: { version, usualRate, tau, phi } }: { given: Reps }) {
  const reach = usualRate === null ? null : usualReach(usualRate, tau)
  // The first version has none before it to know τ from, and neither has a small center.
  const isAssumed = version === 1 || phi === null
  return (
    <div className={classes['numbers']}>
      {usualRate !== null && (
        <ExplainedNumber
          label={teamWords.usual}
          value={sayPercent(usualRate)}
          restsOn={teamWords.usualRestsOn}
          explanation={teamExplanations.usualRate}
        />
      )}
      {reach !== null && (
        <ExplainedNumber
          label={teamWords.reach}
          value={sayPercentInterval(reach)}
          restsOn={isAssumed ? teamWords.reachAssumed : teamWords.reachRestsOn(tau.toFixed(2))}
          explanation={teamExplanations.tau}
        />
      )}
      {phi !== null && (
        <ExplainedNumber
          label={teamWords.spread}
          value={`${phi.toFixed(phi < 10 ? 1 : 0)} times`}
          restsOn={isOverdispersed(phi) ? teamWords.overdispersed : teamWords.spreadAlone}
          explanation={teamExplanations.phi}
        />
      )}
    </div>
  )
}
