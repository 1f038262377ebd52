import { Button, TextInput } from '@mantine/core'
import * as roster from '../../shared/roster/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { askPages } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { Paged } from '../api/paged.tsx'
import { useTell } from '../api/use-tell.ts'
import { Empty } from '../ui/empty.tsx'
import { Form } from '../ui/form.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { sayDone } from '../ui/say-done.ts'
import { Section } from '../ui/section.tsx'
import { teamsWords } from './words.ts'

type Team = ReplyOf<typeof roster.teams>['items'][number]

export function Teams() {
  return (
    <>
      <PageHeading title={teamsWords.title} lead={teamsWords.lead} />
      <Section title={teamsWords.caption}>
        <Paged<Team> asks={askPages(roster.teams)}>
          {(teams) =>
            teams.length === 0 ? (
              <Empty order={3} title={teamsWords.none}>
                {teamsWords.noneWhy}
              </Empty>
            ) : (
              <Rows label={teamsWords.caption}>
                {teams.map(({ id, name, reps }) => (
                  <Row key={id} name={name}>
                    {teamsWords.reps(reps)}
                  </Row>
                ))}
              </Rows>
            )
          }
        </Paged>
      </Section>
      <Section title={teamsWords.add} isSheet>
        <NewTeamForm />
      </Section>
    </>
  )
}

function NewTeamForm() {
  const create = useTell(roster.createTeam, {
    renews: [roster.teams],
    onDone: ({ name }) => {
      sayDone(teamsWords.created(name))
    },
  })
  return (
    <Form
      label={teamsWords.add}
      onSubmit={(read, form) => {
        const reset = () => {
          form.reset()
        }
        create.mutate({ body: { name: read('name') } }, { onSuccess: reset })
      }}
    >
      <TextInput name="name" required maxLength={200} label={teamsWords.name} />
      <FailureNote error={create.error} />
      <div>
        <Button type="submit" loading={create.isPending}>
          {teamsWords.create}
        </Button>
      </div>
    </Form>
  )
}
