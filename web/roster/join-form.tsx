import { Button, TextInput } from '@mantine/core'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { fieldError } from '../api/field-error.ts'
import { useTell } from '../api/use-tell.ts'
import { paths } from '../paths.ts'
import { Form } from '../ui/form.tsx'
import { NewPassword } from './new-password.tsx'
import { useSignedIn } from './use-signed-in.ts'
import { doorWords } from './words.ts'

export function JoinForm({ token, email }: { token: string; email: string }) {
  const join = useTell(roster.acceptInvitation, { onDone: useSignedIn(paths.home) })
  return (
    <Form
      label={doorWords.joinAction}
      onSubmit={(read) => {
        const password = read('password', 'as it is')
        join.mutate({ params: { token }, body: { name: read('name'), password } })
      }}
    >
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextInput
        name="name"
        required
        maxLength={200}
        autoComplete="name"
        label={doorWords.name}
        error={fieldError(join.error, 'name')}
      />
      <NewPassword error={fieldError(join.error, 'password')} />
      <FailureNote error={join.error} />
      <Button type="submit" loading={join.isPending}>
        {doorWords.joinAction}
      </Button>
    </Form>
  )
}
