import { Table } from '@mantine/core'
import { type Plane } from '../../shared/calls/contract.ts'
import { outcomes } from '../../shared/calls/words.ts'
import { outcomeNames } from './outcome-words.ts'
import { planeRows } from './plane-drawing.ts'
import { sayCount } from '../ui/say-count.ts'
import classes from './plane.module.css'

/** The counts of the plane for who reads a table rather than a drawing. */
export function PlaneTable({ plane }: { plane: Plane }) {
  return (
    <details className={classes['table']}>
      <summary>The plane as a table</summary>
      <Table.ScrollContainer minWidth={300}>
        <Table>
          <Table.Caption>Calls by handle time beside the usual, and by outcome</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Handle time</Table.Th>
              {outcomes.map((outcome) => (
                <Table.Th key={outcome} scope="col" ta="right">
                  {outcomeNames[outcome]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {planeRows(plane).map(({ label, counts }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                {outcomes.map((outcome) => (
                  <Table.Td key={outcome} ta="right">
                    {sayCount(counts[outcome])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  )
}
