import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { classNames } from '../../shared/calls/class-names.ts'
import { type choices } from '../../shared/calls/contract.ts'
import { callClasses, outcomes } from '../../shared/calls/words.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { type listFilters } from './call-search.ts'
import { outcomeNames } from './outcome-words.ts'

export type ListFilter = (typeof listFilters)[number]

type Options = {
  name: ListFilter
  label: string
  data: { value: string; label: string }[]
  /** Makes the chosen word a value of the filter again. */
  read: (value: string) => string | number
}

const named = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }))
const numbered = (items: readonly { id: number; name: string }[]) =>
  items.map(({ id, name }) => ({ value: String(id), label: name }))

/**
 * What each filter offers. With teams chosen, only their reps are offered, and those chosen. A rep
 * is offered neither: all they may see is theirs.
 */
export function filterOptions(given: ReplyOf<typeof choices>, filter: CallFilter): Options[] {
  const teams = filter.team ?? []
  const reps = given.reps.filter(
    ({ id, teamId }) =>
      teams.length === 0 ||
      (teamId !== null && teams.includes(teamId)) ||
      filter.rep?.includes(id) === true,
  )
  const whose: Options[] = [
    { name: 'team', label: 'Team', data: numbered(given.teams), read: Number },
    { name: 'rep', label: 'Rep', data: numbered(reps), read: Number },
  ]
  return [
    ...whose.filter(({ data }) => data.length > 0),
    { name: 'queue', label: 'Queue', data: named(given.queues), read: String },
    { name: 'issue', label: 'Issue', data: named(given.issues), read: String },
    { name: 'audience', label: 'Audience', data: named(given.audiences), read: String },
    {
      name: 'outcome',
      label: 'Outcome',
      data: outcomes.map((word) => ({ value: word, label: outcomeNames[word] })),
      read: String,
    },
    {
      name: 'class',
      label: 'Class',
      data: callClasses.map((word) => ({ value: word, label: classNames[word] })),
      read: String,
    },
  ]
}
