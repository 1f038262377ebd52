import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Reps } from '../../shared/balance/contract.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { repAnchor } from './team-anchor.ts'
import { TeamRep } from './team-rep.tsx'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

/** Reps drawn at once; a button brings the next ones. */
const repsAtOnce = 20

type Props = {
  given: Reps
  /** The days of the answer, as a filter of calls. */
  days: Pick<CallFilter, 'from' | 'to'>
  /** Who was chosen in a drawing: their numbers come into view and take the focus. */
  chosenId: number | null
  onChosen: (repId: number | null) => void
}

/** Every rep of the answer, by name, in words first. */
export function TeamReps({ given, days, chosenId, onChosen }: Props) {
  const [shown, setShown] = useState(repsAtOnce)
  const chosen = given.reps.findIndex(({ rep }) => rep.id === chosenId)
  const count = Math.max(shown, chosen + 1)
  useEffect(() => {
    if (chosenId === null) return
    const heading = document.querySelector<HTMLElement>(`${repAnchor(chosenId)} h3`)
    heading?.focus()
    onChosen(null)
  }, [chosenId, onChosen])
  if (count > shown) setShown(count)
  const missing = given.reps.length - count
  return (
    <>
      <ul className={classes['reps']} aria-label={teamWords.repsLabel}>
        {given.reps.slice(0, count).map((standing) => (
          <TeamRep key={standing.rep.id} standing={standing} given={given} days={days} />
        ))}
      </ul>
      {missing > 0 && (
        <Button
          variant="default"
          onClick={() => {
            setShown(count + repsAtOnce)
          }}
        >
          {teamWords.moreReps(Math.min(missing, repsAtOnce))}
        </Button>
      )}
    </>
  )
}
