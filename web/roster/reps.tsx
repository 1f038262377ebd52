import * as roster from '../../shared/roster/contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { ConfirmedRep } from './confirmed-rep.tsx'
import { NewRepForm } from './new-rep-form.tsx'
import { RepChanges } from './rep-changes.tsx'
import { type Rep } from './rep.ts'
import { Suggestions } from './suggestions.tsx'
import { UnconfirmedRep } from './unconfirmed-rep.tsx'
import { repsWords } from './words.ts'

/** Reps with their names in phone systems; names nobody has matched yet come first, history last. */
export function Reps() {
  return (
    <>
      <PageHeading title={repsWords.title} lead={repsWords.lead} />
      <Paged<Rep> lines={3} asks={askPages(roster.reps, { query: { confirmed: false } })}>
        {(reps) =>
          reps.length > 0 && (
            <Section title={repsWords.unconfirmed} lead={repsWords.unconfirmedWhy}>
              <Rows label={repsWords.unconfirmed}>
                {reps.map((rep) => (
                  <UnconfirmedRep key={rep.id} rep={rep} />
                ))}
              </Rows>
            </Section>
          )
        }
      </Paged>
      <Suggestions />
      <Section title={repsWords.caption}>
        <Paged<Rep> asks={askPages(roster.reps, { query: { confirmed: true } })}>
          {(reps) =>
            reps.length === 0 ? (
              <Empty order={3} title={repsWords.none}>
                {repsWords.noneWhy}
              </Empty>
            ) : (
              <Rows label={repsWords.caption}>
                {reps.map((rep) => (
                  <ConfirmedRep key={rep.id} rep={rep} />
                ))}
              </Rows>
            )
          }
        </Paged>
      </Section>
      <Section title={repsWords.add} lead={repsWords.addWhy} isSheet>
        <NewRepForm />
      </Section>
      <RepChanges />
    </>
  )
}
