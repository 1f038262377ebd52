import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as roster from '../../shared/roster/contract.ts'
import { askAll } from '../api/ask-all.ts'
import { peopleWords, repsWords } from './words.ts'

/** Chooses one of the confirmed reps. */
export function RepSelect({
  label,
  description,
  value,
  onChange,
}: {
  label: string
  description?: string
  value: number | null
  onChange: (repId: number | null) => void
}) {
  const reps = useQuery(askAll(roster.reps, { confirmed: true }))
  const data = (reps.data ?? []).map(({ id, name, team }) => ({
    value: id,
    label: team ? `${name} (${team.name})` : name,
  }))
  return (
    <Select<number>
      label={label}
      description={description}
      placeholder={peopleWords.chooseRep}
      nothingFoundMessage={repsWords.nobody}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
    />
  )
}
