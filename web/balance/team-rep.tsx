import { Title, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { type Reps } from '../../shared/balance/contract.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { CallsLink } from './calls-link.tsx'
import { countedBy } from './standing-numbers.tsx'
import { StandingStatement } from './standing-statement.tsx'
import { repAnchor } from './team-anchor.ts'
import { TeamRepMore } from './team-rep-more.tsx'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

type Props = {
  standing: RepStanding
  given: Reps
  /** The days of the answer, as a filter of calls. */
  days: Pick<CallFilter, 'from' | 'to'>
}

/** One rep of the list: the standing, the calls behind it, and more on demand. */
export function TeamRep({ standing, given, days }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const { rep, team } = standing
  const filter: CallFilter = { rep: [rep.id], ...days }
  return (
    <li id={repAnchor(rep.id).slice(1)} className={classes['rep']}>
      <div className={classes['head']}>
        <Title order={3} tabIndex={-1} className={classes['name'] ?? ''}>
          {rep.name}
          {team !== null && <span className={classes['team']}> · {team.name}</span>}
        </Title>
        {standing.mature > 0 && (
          <CallsLink
            filter={{ ...filter, counted: countedBy[given.measure] }}
            count={standing.mature}
            of={rep.name}
          />
        )}
      </div>
      <StandingStatement
        standing={standing}
        usualRate={given.usualRate}
        measure={given.measure}
        voice="rep"
        filter={filter}
      />
      <details
        className={classes['more']}
        onToggle={(event) => {
          setIsOpen(event.currentTarget.open)
        }}
      >
        <summary>
          {teamWords.more}
          <VisuallyHidden>: {rep.name}</VisuallyHidden>
        </summary>
        {isOpen && <TeamRepMore standing={standing} filter={filter} />}
      </details>
    </li>
  )
}
