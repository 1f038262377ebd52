import { Button, TextInput } from '@mantine/core'
import { useRef } from 'react'
import * as contract from '../../shared/roster/display-contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { fieldError } from '../api/field-error.ts'
import { useTell } from '../api/use-tell.ts'
import { paths } from '../paths.ts'
import { Form } from '../ui/form.tsx'
import { sayDone } from '../ui/say-done.ts'
import { Section } from '../ui/section.tsx'
import { displaysWords } from './display-words.ts'

/** Pairs the display that shows a code; afterwards the form is ready for the next one. */
export function PairDisplayForm() {
  const code = useRef<HTMLInputElement>(null)
  const pair = useTell(contract.pairDisplay, {
    renews: [contract.displays],
    onDone: ({ name }) => {
      sayDone(displaysWords.paired(name))
      code.current?.form?.reset()
      code.current?.focus()
    },
  })
  return (
    <Section
      title={displaysWords.add}
      lead={displaysWords.addWhy(`${window.location.host}${paths.pair}`)}
      isSheet
    >
      <Form
        label={displaysWords.add}
        onSubmit={(read) => {
          pair.mutate({ body: { code: read('code'), name: read('name') } })
        }}
      >
        <TextInput
          ref={code}
          name="code"
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          label={displaysWords.code}
          description={displaysWords.codeHint}
          error={fieldError(pair.error, 'code')}
        />
        <TextInput
          name="name"
          required
          maxLength={200}
          autoComplete="off"
          label={displaysWords.name}
          description={displaysWords.nameHint}
        />
        <FailureNote error={pair.error} />
        <div>
          <Button type="submit" loading={pair.isPending}>
            {displaysWords.pair}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
