import { SimpleGrid } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type Summary } from '../../shared/calls/contract.ts'
import { paths } from '../paths.ts'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { explanations } from './explanations.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { sayHandleTime, sayRestsOn, sayValue } from './say-summary.ts'

type Props = { summary: Summary; filter: CallFilter }

/** What became of the filtered calls and, beside it, what they took. */
export function SummaryNumbers({ summary, filter }: Props) {
  const { resolvedShare, returnWithin24h, underTenSeconds } = summary
  const time = sayHandleTime(summary)
  return (
    <SimpleGrid
      cols={{ base: 1, xs: 2, md: 4 }}
      spacing="xl"
      verticalSpacing="lg"
      my="lg"
      style={{ alignItems: 'start' }}
    >
      <ExplainedNumber
        label="Stayed resolved"
        value={sayValue(resolvedShare)}
        restsOn={restsOn(resolvedShare, 'whose 7 days are over')}
        explanation={explanations.resolved}
        calls={
          <Link to={paths.calls} search={{ ...filter, outcome: ['resolved', 'not_resolved'] }}>
            Show the calls with a known outcome
          </Link>
        }
      />
      <ExplainedNumber
        label="Back within 24 hours"
        value={sayValue(returnWithin24h)}
        restsOn={restsOn(returnWithin24h, 'whose 24 hours are over')}
        explanation={explanations.returns}
      />
      {time && (
        <ExplainedNumber
          label="Handle time"
          value={keepTogether(time.value)}
          restsOn={keepTogether(time.restsOn)}
          explanation={explanations.handleTime}
        />
      )}
      <ExplainedNumber
        label="Under ten seconds"
        value={sayValue(underTenSeconds)}
        restsOn={restsOn(underTenSeconds, 'with a recorded time')}
        explanation={explanations.underTenSeconds}
      />
    </SimpleGrid>
  )
}

const restsOn = (share: Summary['resolvedShare'], what: string) =>
  keepTogether(sayRestsOn(share, what))
