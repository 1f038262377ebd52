import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { distribution, type Distribution } from '../../shared/balance/contract.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { type TargetGrouping } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { Loading } from '../ui/loading.tsx'
import { sayCount } from '../ui/say-count.ts'
import { CallsLink } from './calls-link.tsx'
import { NumbersLink } from './numbers-link.tsx'
import classes from './target.module.css'
import { distributionDrawing, distributionParts, distributionRows } from './target-drawing.ts'

const DistributionChart = lazy(async () => ({
  default: (await import('../charts/distribution-chart.tsx')).DistributionChart,
}))

type Props = {
  group: TargetGroup
  seconds: number
  by: TargetGrouping
  /** Calls of this kind, of the days of the answer. */
  kind: CallFilter
}

/** How long the calls of one kind took, stacked by what became of them. */
export function TargetDistribution({ group, seconds, by, kind }: Props) {
  const answer = useQuery(ask(distribution, { query: { by, key: group.key } }))
  return (
    <div className={classes['drawing']}>
      <Answer to={answer} lines={8}>
        {(given) =>
          given.legs === 0 ? (
            <p className={classes['soft']}>None of these calls has a recorded time.</p>
          ) : (
            <>
              <Drawn given={given} group={group} seconds={seconds} />
              <p>
                <CallsLink
                  filter={{ ...kind, counted: 'time_recorded_or_open' }}
                  count={given.legs}
                  of={group.name}
                  isOfCenter
                />{' '}
                <NumbersLink anchor="how-long-calls-took" of={group.name} />
              </p>
            </>
          )
        }
      </Answer>
    </div>
  )
}

type DrawnProps = { given: Distribution; group: TargetGroup; seconds: number }

function Drawn({ given, group, seconds }: DrawnProps) {
  const { within, name } = group
  const drawing = useMemo(
    () => distributionDrawing(given, { seconds, within }),
    [given, seconds, within],
  )
  return (
    <>
      <Suspense fallback={<Loading lines={8} />}>
        <DistributionChart
          drawing={drawing}
          label={`How long calls took: ${name}`}
          hint={`${sayCount(given.legs)} legs. Point at a column, or Tab here and use the arrow keys, to read it. Legs whose outcome is pending are drawn, and in no percentage.`}
        />
      </Suspense>
      <DistributionTable given={given} />
    </>
  )
}

/** The same numbers for who reads a table rather than a drawing. */
const DistributionTable = ({ given }: { given: Distribution }) => (
  <details className={classes['table']}>
    <summary>The drawing as a table</summary>
    <Table.ScrollContainer minWidth={420}>
      <Table>
        <Table.Caption>Legs by handle time and by what became of them</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Handle time</Table.Th>
            {distributionParts.map(({ key, label }) => (
              <Table.Th key={key} scope="col" ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {distributionRows(given).map(({ label, counts }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              {distributionParts.map(({ key }, place) => (
                <Table.Td key={key} ta="right">
                  {sayCount(counts[place] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  </details>
)
