import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { reps, type Reps } from '../../shared/balance/contract.ts'
import { measures } from '../../shared/balance/words.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { Empty } from '../ui/empty.tsx'
import { FunnelShown } from './funnel-shown.tsx'
import { listDays } from './list-days.ts'
import { StandingBasis } from './standing-basis.tsx'
import { StandingPlaces } from './standing-places.tsx'
import { sayHeadline } from './team-headline.ts'
import { TeamNumbers } from './team-numbers.tsx'
import { inOrderOfName } from './team-order.ts'
import { TeamContents, TeamPlace } from './team-place.tsx'
import { TeamReps } from './team-reps.tsx'
import { type TeamSearch } from './team-search.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

/** How the chosen reps' calls turn out: in words, then beside each other, then one by one. */
export function TeamStanding({ search }: { search: TeamSearch }) {
  const query = { ...search, measure: search.measure ?? measures[0] }
  const answer = useQuery({ ...ask(reps, { query }), placeholderData: keepPreviousData })
  return (
    <div className={classes['standing']}>
      <Answer to={answer} lines={12}>
        {(given) => (
          <div aria-busy={answer.isPlaceholderData} className={classes['busy']}>
            <Standing given={given} search={search} />
          </div>
        )}
      </Answer>
    </div>
  )
}

function Standing({ given, search }: { given: Reps; search: TeamSearch }) {
  const isChosen = search.from !== undefined || search.to !== undefined
  const [chosenId, setChosenId] = useState<number | null>(null)
  const absence = absenceOf(given)
  if (absence !== null) {
    return (
      <>
        <Empty title={absence.title}>
          <p>{absence.why}</p>
        </Empty>
        <StandingBasis {...given} version={null} />
      </>
    )
  }
  const standings = inOrderOfName(given.reps)
  const drawn = { ...given, reps: standings }
  return (
    <>
      <p role="status" className={classes['headline']}>
        {sayHeadline(standings)}
      </p>
      <StandingBasis {...given} isChosen={isChosen} />
      <TeamNumbers given={given} />
      <TeamContents />
      <TeamPlace id="places">
        <StandingPlaces given={drawn} onOpen={setChosenId} />
      </TeamPlace>
      <TeamPlace id="reps">
        <TeamReps
          given={drawn}
          days={listDays(given, search)}
          chosenId={chosenId}
          onChosen={setChosenId}
        />
      </TeamPlace>
      <TeamPlace id="funnel">
        <FunnelShown given={drawn} onOpen={setChosenId} />
      </TeamPlace>
    </>
  )
}

/** Why no rep is listed; null where some are. */
function absenceOf({ version, withheld, reps: listed }: Reps) {
  if (version === null) return { title: teamWords.noVersion, why: teamWords.noVersionWhy }
  if (withheld !== null) {
    return {
      title: teamWords.withheld,
      why: teamWords.withheldWhy(withheld.have, withheld.need),
    }
  }
  return listed.length === 0 ? { title: teamWords.nobody, why: teamWords.nobodyWhy } : null
}
