import { Title, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { type Reps } from '../../shared/balance/contract.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { paths } from '../paths.ts'
import { TextLink } from '../ui/link.tsx'
import { StandingStatement } from './standing-statement.tsx'
import { repAnchor } from './team-anchor.ts'
import { TeamRepMore } from './team-rep-more.tsx'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

type Props = { standing: RepStanding; given: Reps }

/** One rep of the list: the standing, the calls behind it, and more on demand. */
export function TeamRep({ standing, given }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const { rep, team } = standing
  const { from, to } = given
  const filter: CallFilter = {
    rep: [rep.id],
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  }
  const decided: CallFilter =
    given.measure === 'same_issue_7d'
      ? { ...filter, outcome: ['resolved', 'not_resolved'] }
      : filter
  return (
    <li id={repAnchor(rep.id).slice(1)} className={classes['rep']}>
      <div className={classes['head']}>
        <Title order={3} tabIndex={-1} className={classes['name'] ?? ''}>
          {rep.name}
          {team !== null && <span className={classes['team']}> · {team.name}</span>}
        </Title>
        <TextLink
          to={paths.calls}
          search={decided}
          aria-label={`${teamWords.showCalls}: ${rep.name}`}
        >
          {teamWords.showCalls}
        </TextLink>
      </div>
      <StandingStatement
        standing={standing}
        usualRate={given.usualRate}
        measure={given.measure}
        calls={
          <TextLink to={paths.calls} search={decided} inherit>
            {teamWords.showCalls}
          </TextLink>
        }
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
