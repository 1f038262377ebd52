import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as contract from '../../../shared/intake/connection-contract.ts'
import { type Connection, secretLengthLimit } from '../../../shared/intake/connection.ts'
import { fieldError } from '../../api/field-error.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { Form } from '../../ui/form.tsx'
import { Section } from '../../ui/section.tsx'
import { SecretShown } from './secret-shown.tsx'
import { connectionWords } from './words.ts'

/** Gives a connection another secret, with a day to change the sender over, or at once. */
export function RotateSecret({ connection }: { connection: Connection }) {
  const [endsFormerAtOnce, setEndsAtOnce] = useState(false)
  const rotate = useTell(contract.rotateSecret, { renews: [contract.connections] })
  const { id, kind, path } = connection
  if (rotate.data) {
    return (
      <Section title={connectionWords.rotated} isSheet>
        <SecretShown address={location.origin + path} secret={rotate.data.secret} />
        <Button
          mt="md"
          onClick={() => {
            rotate.reset()
          }}
        >
          {connectionWords.done}
        </Button>
      </Section>
    )
  }
  return (
    <Section title={connectionWords.rotate} lead={connectionWords.rotateLead}>
      <Form
        label={connectionWords.rotate}
        onSubmit={(read) => {
          const secret = read('secret')
          const body = { endsFormerAtOnce, ...(secret !== '' && { secret }) }
          rotate.mutate({ params: { connectionId: id }, body })
        }}
      >
        {kind === 'aircall' && (
          <TextInput
            name="secret"
            required
            maxLength={secretLengthLimit}
            autoComplete="off"
            label={connectionWords.token}
            error={fieldError(rotate.error, 'secret')}
          />
        )}
        <Checkbox
          label={connectionWords.endsAtOnce}
          description={connectionWords.endsAtOnceWhy}
          checked={endsFormerAtOnce}
          onChange={(event) => {
            setEndsAtOnce(event.currentTarget.checked)
          }}
        />
        <FailureNote error={rotate.error} />
        <div>
          <Button type="submit" variant="default" loading={rotate.isPending}>
            {connectionWords.rotateAction}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
