import { standingLabels } from '../../shared/balance/standing-label.ts'
import { StandingMark } from './standing-mark.tsx'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

/** What the forms of the drawings mean. */
export const StandingLegend = () => (
  <ul className={classes['legend']} aria-label="What the marks mean">
    {standingLabels.map((label) => (
      <li key={label}>
        <StandingMark label={label} /> {teamWords.legend[label]}
      </li>
    ))}
  </ul>
)
