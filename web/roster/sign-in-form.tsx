import { Button, PasswordInput, TextInput } from '@mantine/core'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { fieldError } from '../api/field-error.ts'
import { useTell } from '../api/use-tell.ts'
import { paths } from '../paths.ts'
import { Form } from '../ui/form.tsx'
import { TextLink } from '../ui/link.tsx'
import classes from './door.module.css'
import { useSignedIn } from './use-signed-in.ts'
import { doorWords } from './words.ts'

export function SignInForm({ then }: { then: string }) {
  const enter = useTell(roster.signIn, { onDone: useSignedIn(then) })
  return (
    <>
      <Form
        label={doorWords.signIn}
        onSubmit={(read) => {
          const password = read('password', 'as it is')
          enter.mutate({ body: { email: read('email'), password } })
        }}
      >
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          required
          label={doorWords.email}
          error={fieldError(enter.error, 'email')}
        />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          required
          label={doorWords.password}
        />
        <FailureNote error={enter.error} />
        <Button type="submit" loading={enter.isPending}>
          {doorWords.signIn}
        </Button>
      </Form>
      <p className={classes['aside']}>
        {doorWords.noAccount}
        <br />
        <TextLink to={paths.pair}>{doorWords.toPair}</TextLink>
      </p>
    </>
  )
}
