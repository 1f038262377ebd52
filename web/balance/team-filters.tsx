import { Select } from '@mantine/core'
import { type ReactNode } from 'react'
import { measures } from '../../shared/balance/words.ts'
import { TargetChoice } from './target-choice.tsx'
import { type TeamSearch } from './team-search.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

type Props = {
  search: TeamSearch
  teams: readonly { id: number; name: string }[]
  onChange: (search: TeamSearch) => void
  /** From which day to which. */
  children: ReactNode
}

/** Whose calls, of which days, and what counts as resolved. */
export function TeamFilters({ search, teams, onChange, children }: Props) {
  const { team, ...others } = search
  const measure = search.measure ?? measures[0]
  return (
    <section aria-label={teamWords.filters}>
      <div className={classes['filters']}>
        <Select
          label={teamWords.team}
          placeholder={teamWords.everyTeam}
          data={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={team === undefined ? null : String(team)}
          onChange={(chosen) => {
            onChange(chosen === null ? others : { ...others, team: Number(chosen) })
          }}
          searchable
          clearable
          size="sm"
          clearButtonProps={{ 'aria-label': teamWords.everyTeam }}
          nothingFoundMessage="Nothing with this name"
        />
        {children}
        <div className={classes['measure']}>
          <TargetChoice
            label={teamWords.measure}
            words={measures}
            names={teamWords.measures}
            value={measure}
            onChange={(chosen) => {
              onChange({ ...search, measure: chosen })
            }}
          />
        </div>
      </div>
      <p className={classes['means']}>{teamWords.measureMeans[measure]}</p>
    </section>
  )
}
