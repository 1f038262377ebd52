import { Table } from '@mantine/core'
import { type Resolution } from '../../shared/balance/contract.ts'
import { type ChainGrouping } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { paths } from '../paths.ts'
import { Explained } from '../ui/explained-number.tsx'
import { TextLink } from '../ui/link.tsx'
import { sayCount } from '../ui/say-count.ts'
import { sayContacts, sayCost } from './resolution-say.ts'
import { groupsInOrderOfName } from './team-order.ts'
import { teamExplanations } from './team-explanations.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

type Days = Pick<CallFilter, 'from' | 'to'>

type Props = {
  groups: Resolution['groups']
  by: ChainGrouping
  /** On which days the chains ended. */
  days: Days
}

const columns = [
  { label: 'A resolution takes', explanation: teamExplanations.cost },
  { label: 'Calls it took', explanation: teamExplanations.contacts },
  { label: 'Closed chains', explanation: teamExplanations.chains },
  { label: 'Still open', explanation: teamExplanations.chains },
] as const

/** Groups by name; beside each time what became of the calls, and how many there were. */
export const ResolutionTable = ({ groups, by, days }: Props) => (
  <Table.ScrollContainer minWidth={560}>
    <Table verticalSpacing="sm">
      <Table.Caption>{teamWords.costTitle}, by name</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{teamWords.costGroupings[by]}</Table.Th>
          {columns.map(({ label, explanation }, place) => (
            <Table.Th key={label} scope="col" ta={place === 0 ? 'left' : 'right'}>
              <Explained
                label={label}
                explanation={explanation}
                className={classes['explained'] ?? ''}
              >
                {label}
              </Explained>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groupsInOrderOfName(groups).map((group) => (
          <GroupRow key={group.key} group={group} by={by} days={days} />
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

type RowProps = Omit<Props, 'groups'> & { group: Resolution['groups'][number] }

function GroupRow({ group, by, days }: RowProps) {
  const { name, outcomes, contactsPerResolution, handleTimePerResolution } = group
  const { amount, interval } = sayCost(handleTimePerResolution)
  const own = { [by]: [by === 'team' ? Number(group.key) : group.key] }
  const closed: CallFilter = { ...own, ...days, counted: 'closed_chain' }
  // What is open is so now, whatever day the others end on.
  const { to: _, ...since } = days
  const open: CallFilter = { ...own, ...since, counted: 'open_chain' }
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
      </Table.Th>
      <Table.Td>
        <span className={interval === null ? '' : classes['amount']}>{amount}</span>
        {interval !== null && <div className={classes['under']}>{interval}</div>}
      </Table.Td>
      <Table.Td ta="right">{sayContacts(contactsPerResolution)}</Table.Td>
      <Table.Td ta="right">
        <ChainsLink
          count={outcomes.closed}
          of={`${name}, ${teamWords.costClosed}`}
          filter={closed}
        />
      </Table.Td>
      <Table.Td ta="right">
        <ChainsLink count={outcomes.open} of={`${name}, ${teamWords.costOpen}`} filter={open} />
      </Table.Td>
    </Table.Tr>
  )
}

/** How many chains there are; pressed, the calls they are made of. */
const ChainsLink = ({ count, of, filter }: { count: number; of: string; filter: CallFilter }) =>
  count === 0 ? (
    sayCount(count)
  ) : (
    <TextLink to={paths.calls} search={filter} aria-label={teamWords.costShow(sayCount(count), of)}>
      {sayCount(count)}
    </TextLink>
  )
