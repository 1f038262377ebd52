import { useQuery } from '@tanstack/react-query'
import { trend } from '../../shared/balance/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { TrendShown } from './trend-shown.tsx'

type Named = { id: number; name: string }

/** The weeks of a rep, of a team, or of everybody the viewer may see. */
export function TeamTrend({ rep, team }: { rep?: Named; team?: Named }) {
  const query = {
    ...(rep !== undefined && { rep: rep.id }),
    ...(team !== undefined && { team: team.id }),
  }
  const answer = useQuery(ask(trend, { query }))
  return (
    <Answer to={answer} lines={6}>
      {(given) => (
        <TrendShown
          trend={given}
          of={rep?.name ?? team?.name ?? 'everybody'}
          filter={{
            ...(rep !== undefined && { rep: [rep.id] }),
            ...(team !== undefined && { team: [team.id] }),
          }}
        />
      )}
    </Answer>
  )
}
