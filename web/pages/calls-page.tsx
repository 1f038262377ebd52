import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { choices, summary, type Summary } from '../../shared/calls/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { CallFilters } from '../calls/call-filters.tsx'
import { CallList } from '../calls/call-list.tsx'
import { readCallSearch } from '../calls/call-search.ts'
import { NoCallsYet } from '../calls/no-calls-yet.tsx'
import { Plane } from '../calls/plane.tsx'
import { sayLegs } from '../calls/say-summary.ts'
import { SummaryNumbers } from '../calls/summary-numbers.tsx'
import { useWhen } from '../calls/use-when.ts'
import { SilentFeeds } from '../intake/silent-feeds.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../roster/me.ts'
import { Empty } from '../ui/empty.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

/** Calls of the teams the viewer leads, or a rep's own: what they took beside what became of them. */
export function CallsPage() {
  const { role } = useMe()
  const filter = readCallSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const offered = useQuery(ask(choices))
  const filterBy = (chosen: CallFilter) =>
    void navigate({ to: paths.calls, search: chosen, resetScroll: false })
  return (
    <>
      <PageHeading
        title={role === 'rep' ? 'All your calls' : 'Calls'}
        lead="What each call took, beside what calls like it usually take and what became of it."
      />
      {role !== 'rep' && <SilentFeeds isAdmin={role === 'admin'} />}
      <Answer to={offered} lines={12}>
        {(given) =>
          given.earliestAt === null ? (
            <NoCallsYet />
          ) : (
            <>
              <CallFilters filter={filter} choices={given} onChange={filterBy} />
              <FilteredCalls
                filter={filter}
                onClear={() => {
                  filterBy({})
                }}
              />
            </>
          )
        }
      </Answer>
    </>
  )
}

function FilteredCalls({ filter, onClear }: { filter: CallFilter; onClear: () => void }) {
  const answer = useQuery({ ...ask(summary, { query: filter }), placeholderData: keepPreviousData })
  return (
    <Answer to={answer} lines={10}>
      {(given) =>
        given.legs === 0 ? (
          <Empty
            title="No call matches these filters"
            action={<Button onClick={onClear}>Clear all filters</Button>}
          >
            <p>There are calls, but none that fits everything you chose.</p>
          </Empty>
        ) : (
          <div aria-busy={answer.isPlaceholderData}>
            <SummaryLine summary={given} />
            <SummaryNumbers summary={given} filter={filter} />
            <Section title="Time beside outcome">
              <Plane filter={filter} />
            </Section>
            <Section title="The calls">
              <CallList filter={filter} />
            </Section>
          </div>
        )
      }
    </Answer>
  )
}

function SummaryLine({ summary: given }: { summary: Summary }) {
  const when = useWhen()
  return (
    <p role="status">
      {sayLegs(given)} A leg is one rep’s part of a call.
      {given.watermark !== null && ` Records are complete up to ${when.moment(given.watermark)}.`}
    </p>
  )
}
