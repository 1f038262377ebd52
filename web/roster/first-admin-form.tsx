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

/** Creates organization and administrator, then leads on to the first import. */
export function FirstAdminForm({ needsCode }: { needsCode: boolean }) {
  const create = useTell(roster.setUp, { onDone: useSignedIn(paths.imports) })
  const problem = (field: string) => fieldError(create.error, field)
  return (
    <Form
      label={doorWords.firstRun}
      onSubmit={(read) => {
        const password = read('password', 'as it is')
        const asked = {
          organization: read('organization'),
          name: read('name'),
          email: read('email'),
          password,
        }
        create.mutate({ body: needsCode ? { ...asked, code: read('code') } : asked })
      }}
    >
      <TextInput
        name="organization"
        required
        maxLength={200}
        autoComplete="organization"
        label={doorWords.organization}
        description={doorWords.organizationHint}
        error={problem('organization')}
      />
      <TextInput
        name="name"
        required
        maxLength={200}
        autoComplete="name"
        label={doorWords.name}
        error={problem('name')}
      />
      <TextInput
        name="email"
        type="email"
        required
        autoComplete="username"
        label={doorWords.email}
        error={problem('email')}
      />
      <NewPassword error={problem('password')} />
      {needsCode && (
        <TextInput
          name="code"
          required
          autoComplete="off"
          label={doorWords.code}
          description={doorWords.codeHint}
          error={problem('code')}
        />
      )}
      <FailureNote error={create.error} />
      <Button type="submit" loading={create.isPending}>
        {doorWords.create}
      </Button>
    </Form>
  )
}
