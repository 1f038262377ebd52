import { Table } from '@mantine/core'
import { type Resolution } from '../../shared/balance/contract.ts'
import { Explained } from '../ui/explained-number.tsx'
import { sayCount } from '../ui/say-count.ts'
import { sayContacts, sayCost } from './resolution-say.ts'
import { groupsInOrderOfName } from './team-order.ts'
import { teamExplanations } from './team-explanations.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

type Props = { groups: Resolution['groups']; /** What the groups are. */ name: string }

const columns = [
  { label: 'A resolution takes', explanation: teamExplanations.cost },
  { label: 'Calls it took', explanation: teamExplanations.contacts },
  { label: 'Closed chains', explanation: teamExplanations.chains },
  { label: 'Still open', explanation: teamExplanations.chains },
] as const

/** Groups by name; beside each time what became of the calls, and how many there were. */
export const ResolutionTable = ({ groups, name }: Props) => (
  <Table.ScrollContainer minWidth={560}>
    <Table verticalSpacing="sm">
      <Table.Caption>{teamWords.costTitle}, by name</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{name}</Table.Th>
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
          <GroupRow key={group.key} group={group} />
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

function GroupRow({ group }: { group: Resolution['groups'][number] }) {
  const { name, outcomes, contactsPerResolution, handleTimePerResolution } = group
  const { amount, interval } = sayCost(handleTimePerResolution)
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
      <Table.Td ta="right">{sayCount(outcomes.closed)}</Table.Td>
      <Table.Td ta="right">{sayCount(outcomes.open)}</Table.Td>
    </Table.Tr>
  )
}
