import { type ReactNode } from 'react'
import { Section } from '../ui/section.tsx'
import { NumbersLink } from './numbers-link.tsx'
import { teamPlaces, type TeamPlaceId } from './team-places.ts'
import { teamWords } from './team-words.ts'
import classes from './team.module.css'

/** A part of the page that its list of contents leads to. */
export function TeamPlace({ id, children }: { id: TeamPlaceId; children: ReactNode }) {
  const { title, lead, anchor } = teamPlaces[id]
  return (
    <div id={id} className={classes['place']}>
      <Section
        title={title}
        lead={
          <>
            {lead} <NumbersLink anchor={anchor} of={title} />
          </>
        }
      >
        {children}
      </Section>
    </div>
  )
}

/** Where on the page what stands: it is long, and a keyboard goes through it line by line. */
export const TeamContents = () => (
  <nav aria-label={teamWords.contents}>
    <ul className={classes['contents']}>
      {Object.entries(teamPlaces).map(([id, { title }]) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)
