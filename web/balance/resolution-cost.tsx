import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { resolution } from '../../shared/balance/contract.ts'
import { chainGroupings, type ChainGrouping } from '../../shared/balance/words.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { Empty } from '../ui/empty.tsx'
import { listDays } from './list-days.ts'
import { ResolutionTable } from './resolution-table.tsx'
import { TargetChoice } from './target-choice.tsx'
import { type TeamSearch } from './team-search.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

/** Handle time per resolution, by queue, issue or team. */
export function ResolutionCost({ search }: { search: TeamSearch }) {
  const { from, to } = search
  const [by, setBy] = useState<ChainGrouping>(chainGroupings[0])
  const query = { by, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  const answer = useQuery({ ...ask(resolution, { query }), placeholderData: keepPreviousData })
  return (
    <>
      <div className={classes['choice']}>
        <TargetChoice
          label={teamWords.costBy}
          words={chainGroupings}
          names={teamWords.costGroupings}
          value={by}
          onChange={setBy}
        />
      </div>
      <Answer to={answer} lines={6}>
        {(given) =>
          given.groups.length === 0 ? (
            <Empty title={teamWords.costNone} order={3}>
              <p>{teamWords.costNoneWhy}</p>
            </Empty>
          ) : (
            <div aria-busy={answer.isPlaceholderData} className={classes['busy']}>
              <ResolutionTable groups={given.groups} by={by} days={listDays(given, search)} />
              <p className={classes['soft']}>{teamWords.costAll}</p>
            </div>
          )
        }
      </Answer>
    </>
  )
}
