import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as roster from '../../shared/roster/contract.ts'
import { askAll } from '../api/ask-all.ts'
import { repsWords } from './words.ts'

/** The team a rep is in, or none. */
export function TeamSelect({
  value,
  onChange,
}: {
  value: number | null
  onChange: (teamId: number | null) => void
}) {
  const teams = useQuery(askAll(roster.teams))
  return (
    <Select<number>
      label={repsWords.inTeam}
      placeholder={repsWords.noTeam}
      nothingFoundMessage={repsWords.noTeamYet}
      data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      clearable
    />
  )
}
