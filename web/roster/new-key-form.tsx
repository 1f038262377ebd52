import { Alert, Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as contract from '../../shared/roster/key-contract.ts'
import { type KeyScope, keyScopes } from '../../shared/roster/key-scope.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { CopyField } from '../ui/copy-field.tsx'
import { Form } from '../ui/form.tsx'
import { keysWords, scopeNames } from './words.ts'

/** Creates a key and shows it this once. */
export function NewKeyForm() {
  const [scopes, setScopes] = useState<KeyScope[]>(['calls:write'])
  const create = useTell(contract.createKey, { renews: [contract.keys] })
  const [isNext, setIsNext] = useState(false)
  const next = () => {
    setIsNext(true)
    create.reset()
  }
  if (create.data) return <NewKey text={create.data.key} onDone={next} />
  return (
    <Form
      label={keysWords.add}
      onSubmit={(read) => {
        if (scopes.length > 0) create.mutate({ body: { name: read('name'), scopes } })
      }}
    >
      <TextInput
        name="name"
        autoFocus={isNext}
        required
        maxLength={200}
        autoComplete="off"
        label={keysWords.name}
        description={keysWords.nameHint}
      />
      <Checkbox.Group<KeyScope>
        label={keysWords.scopes}
        value={scopes}
        onChange={setScopes}
        error={scopes.length === 0 ? keysWords.scopesNeeded : null}
      >
        <Stack gap="xs" mt="xs">
          {keyScopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={scopeNames[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <FailureNote error={create.error} />
      <div>
        <Button type="submit" disabled={scopes.length === 0} loading={create.isPending}>
          {keysWords.create}
        </Button>
      </div>
    </Form>
  )
}

function NewKey({ text, onDone }: { text: string; onDone: () => void }) {
  return (
    <Alert variant="default" role="status" title={keysWords.once}>
      <Stack gap="sm">
        <span>{keysWords.onceWhy}</span>
        <CopyField autoFocus label={keysWords.theKey} value={text} />
        <div>
          <Button onClick={onDone}>{keysWords.done}</Button>
        </div>
      </Stack>
    </Alert>
  )
}
