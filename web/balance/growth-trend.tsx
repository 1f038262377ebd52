import { useQuery } from '@tanstack/react-query'
import { trend } from '../../shared/balance/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { TrendShown } from './trend-shown.tsx'

/** A rep's lists hold their own calls, whatever else is chosen. */
const yours = {}

/** A rep's own weeks on one fixed baseline. */
export function GrowthTrend({ repId }: { repId: number }) {
  const answer = useQuery(ask(trend, { query: { rep: repId } }))
  return (
    <Answer to={answer} lines={7}>
      {(given) => <TrendShown trend={given} of="your calls" filter={yours} />}
    </Answer>
  )
}
