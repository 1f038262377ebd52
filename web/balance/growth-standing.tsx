import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { reps, type Reps } from '../../shared/balance/contract.ts'
import { measures, type Measure } from '../../shared/balance/words.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import classes from './growth.module.css'
import { sayNoStanding } from './growth-say.ts'
import { listDays } from './list-days.ts'
import { StandingBasis } from './standing-basis.tsx'
import { StandingStatement } from './standing-statement.tsx'

const measureTitles: Record<Measure, string> = {
  same_issue_7d: 'The same issue, within seven days',
  return_24h: 'Anything, within 24 hours',
}

type Props = { repId: number }

/** A rep's own standing by both measures, in the words and numbers their supervisor reads. */
export const GrowthStanding = (props: Props) => (
  <div className={classes['measures']}>
    {measures.map((measure) => (
      <div key={measure}>
        <Title order={3} mb="xs">
          {measureTitles[measure]}
        </Title>
        <OwnStanding measure={measure} {...props} />
      </div>
    ))}
  </div>
)

function OwnStanding({ measure, repId }: Props & { measure: Measure }) {
  const answer = useQuery(ask(reps, { query: { measure } }))
  return (
    <Answer to={answer} lines={5}>
      {(given) => <Stated given={given} measure={measure} repId={repId} />}
    </Answer>
  )
}

function Stated({ given, measure, repId }: Props & { given: Reps; measure: Measure }) {
  const standing = given.reps.find(({ rep }) => rep.id === repId)
  if (standing === undefined) return <p className={classes['said']}>{sayNoStanding(given)}</p>
  return (
    <>
      <StandingStatement
        standing={standing}
        usualRate={given.usualRate}
        measure={measure}
        voice="you"
        filter={listDays(given)}
        hasTime={measure === measures[0]}
      />
      <div className={classes['basis']}>
        <StandingBasis {...given} />
      </div>
    </>
  )
}
