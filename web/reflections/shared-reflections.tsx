import { type ReactNode } from 'react'
import { sharedByOthers, type SharedReflection } from '../../shared/reflections/contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import classes from './shared-reflections.module.css'
import { skillNames } from './words.ts'

/** As many as stand beside a board; the button brings more. */
const sharedAtOnce = 3
const refreshMinutes = 5

/** What colleagues have shared lately: what resolved it, and where. Neither who nor when. */
export function SharedReflections({ none }: { none: ReactNode }) {
  const asks = {
    ...askPages(sharedByOthers, { query: { limit: sharedAtOnce } }),
    refetchInterval: refreshMinutes * 60_000,
  }
  return (
    <Paged asks={asks} lines={4}>
      {(shared) =>
        shared.length === 0 ? (
          none
        ) : (
          <ul className={classes['shared']}>
            {shared.map((one) => (
              <Shared key={one.id} shared={one} />
            ))}
          </ul>
        )
      }
    </Paged>
  )
}

function Shared({ shared }: { shared: SharedReflection }) {
  const { queue, issue, audience, whatResolvedIt, wordsThatWorked, skills } = shared
  const about = [issue, queue, audience].filter((word) => word !== null)
  const practised = skills.map((skill) => skillNames[skill])
  return (
    <li>
      {about.length > 0 && <p className={classes['about']}>{about.join(' · ')}</p>}
      <p>{whatResolvedIt}</p>
      {wordsThatWorked !== null && <p className={classes['worked']}>“{wordsThatWorked}”</p>}
      {practised.length > 0 && <p className={classes['about']}>{practised.join(' · ')}</p>}
    </li>
  )
}
