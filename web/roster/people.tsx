import * as roster from '../../shared/roster/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { InviteForm } from './invite-form.tsx'
import { peopleWords, roleNames } from './words.ts'

type Person = ReplyOf<typeof roster.people>['items'][number]

/** People who can sign in, and how to let one more in. */
export function People() {
  return (
    <>
      <PageHeading title={peopleWords.title} lead={peopleWords.lead} />
      <Section title={peopleWords.caption}>
        <Paged<Person> asks={askPages(roster.people)}>
          {(people) => (
            <Rows label={peopleWords.caption}>
              {people.map((person) => (
                <Row key={person.userId} name={person.name} under={person.email}>
                  {roleNames[person.role]}
                  {belongsTo(person)}
                </Row>
              ))}
            </Rows>
          )}
        </Paged>
      </Section>
      <Section title={peopleWords.invite} lead={peopleWords.inviteWhy} isSheet>
        <InviteForm />
      </Section>
    </>
  )
}

function belongsTo({ role, rep, teams }: Person): string {
  if (role === 'supervisor') {
    return teams.length > 0
      ? peopleWords.leads(teams.map(({ name }) => name))
      : peopleWords.leadsNone
  }
  return rep ? peopleWords.isRep(rep.name) : ''
}
