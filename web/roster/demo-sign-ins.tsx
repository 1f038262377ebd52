import { Button, Stack, Title } from '@mantine/core'
import * as roster from '../../shared/roster/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import classes from './door.module.css'
import { useSignedIn } from './use-signed-in.ts'
import { doorWords, roleNames } from './words.ts'

type Person = ReplyOf<typeof roster.setup>['demoSignIns'][number]

/** One press each, so that nobody has to type to look around. Only a demo gives any. */
export function DemoSignIns({ people, then }: { people: readonly Person[]; then: string }) {
  const enter = useTell(roster.signIn, { onDone: useSignedIn(then) })
  if (people.length === 0) return null
  return (
    <section className={classes['demo']} aria-labelledby="demo">
      <Title order={2} id="demo" size="h3">
        {doorWords.demo}
      </Title>
      <p>{doorWords.demoWhy}</p>
      <Stack gap="xs">
        {people.map(({ email, password, name, role }) => (
          <Button
            key={email}
            variant="default"
            justify="space-between"
            rightSection={roleNames[role]}
            disabled={enter.isPending}
            onClick={() => {
              enter.mutate({ body: { email, password } })
            }}
          >
            {name}
          </Button>
        ))}
        <FailureNote error={enter.error} />
      </Stack>
    </section>
  )
}
