import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as roster from '../../shared/roster/contract.ts'
import { askAll } from '../api/ask-all.ts'
import { peopleWords } from './words.ts'

/** Chooses the teams a supervisor leads. */
export function TeamsSelect({
  value,
  onChange,
}: {
  value: number[]
  onChange: (teamIds: number[]) => void
}) {
  const teams = useQuery(askAll(roster.teams))
  return (
    <MultiSelect<number>
      label={peopleWords.teamsLed}
      description={peopleWords.teamsHint}
      placeholder={value.length === 0 ? peopleWords.chooseTeams : ''}
      nothingFoundMessage={peopleWords.noTeams}
      data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchable
    />
  )
}
