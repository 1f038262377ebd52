import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { choices } from '../../shared/calls/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { ResolutionCost } from '../balance/resolution-cost.tsx'
import { TeamFilters } from '../balance/team-filters.tsx'
import { TeamPlace } from '../balance/team-place.tsx'
import { TeamOutcomes } from '../balance/team-outcomes.tsx'
import { readTeamSearch, type TeamSearch } from '../balance/team-search.ts'
import { TeamStanding } from '../balance/team-standing.tsx'
import { TeamTrend } from '../balance/team-trend.tsx'
import { teamWords } from '../balance/team-words.ts'
import { DayRange } from '../calls/day-range.tsx'
import { NoCallsYet } from '../calls/no-calls-yet.tsx'
import { SilentFeeds } from '../intake/silent-feeds.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../roster/me.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { CallsToRecognize } from './calls-to-recognize.tsx'
import { CallsToTalkAbout } from './calls-to-talk-about.tsx'

/** Reps of a team beside each other, and the calls that lead to a word of thanks or a talk. */
export function TeamPage() {
  const search = readTeamSearch(useSearch({ strict: false }))
  const offered = useQuery(ask(choices))
  return (
    <>
      <PageHeading title={teamWords.title} lead={teamWords.lead} />
      <SilentFeeds isAdmin={useMe().role === 'admin'} />
      <Answer to={offered} lines={12}>
        {(given) =>
          given.earliestAt === null ? <NoCallsYet /> : <Team search={search} choices={given} />
        }
      </Answer>
    </>
  )
}

type Props = { search: TeamSearch; choices: ReplyOf<typeof choices> }

function Team({ search, choices: given }: Props) {
  const navigate = useNavigate()
  const show = (chosen: TeamSearch) =>
    void navigate({ to: paths.team, search: chosen, resetScroll: false })
  const { team: teamId, measure, from, to } = search
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  const team = given.teams.find(({ id }) => id === teamId)
  return (
    <>
      <TeamFilters search={search} teams={given.teams} onChange={show}>
        <DayRange
          filter={days}
          choices={given}
          onChange={(chosen) => {
            show(readTeamSearch({ team: teamId, measure, from: chosen.from, to: chosen.to }))
          }}
        />
      </TeamFilters>
      <TeamStanding search={search} />
      <TeamPlace id="recognize">
        <CallsToRecognize team={teamId} />
      </TeamPlace>
      <TeamPlace id="talk">
        <CallsToTalkAbout team={teamId} />
      </TeamPlace>
      <TeamPlace id="weeks">
        <TeamTrend {...(team !== undefined && { team })} />
      </TeamPlace>
      <TeamPlace id="known">
        <TeamOutcomes search={search} />
      </TeamPlace>
      <TeamPlace id="cost">
        <ResolutionCost search={search} />
      </TeamPlace>
    </>
  )
}
