import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as contract from '../../../shared/intake/mapping-contract.ts'
import { recognition } from '../../../shared/intake/upload-contract.ts'
import { fieldError } from '../../api/field-error.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { Form } from '../../ui/form.tsx'
import { sayDone } from '../../ui/say-done.ts'
import classes from './columns.module.css'
import { columnWords } from './words.ts'

type Props = { mapping: unknown; onSaved: (mappingId: number) => void }

/** Keeps what was described under a name, for the next file of the same kind. */
export function SaveMapping({ mapping, onSaved }: Props) {
  const [isShared, setIsShared] = useState(true)
  const save = useTell(contract.saveMapping, {
    renews: [contract.mappings, recognition],
    onDone: ({ id, name }) => {
      sayDone(columnWords.savedAs(name))
      onSaved(id)
    },
  })
  return (
    <Form
      label={columnWords.save}
      onSubmit={(read) => {
        save.mutate({ body: { name: read('name'), isShared, mapping } })
      }}
    >
      <div className={classes['save']}>
        <TextInput
          name="name"
          required
          maxLength={200}
          autoComplete="off"
          label={columnWords.name}
          error={fieldError(save.error, 'name')}
        />
        <Checkbox
          label={columnWords.share}
          checked={isShared}
          onChange={(event) => {
            setIsShared(event.currentTarget.checked)
          }}
        />
        <Button type="submit" variant="default" loading={save.isPending}>
          {columnWords.saveAction}
        </Button>
      </div>
      <FailureNote error={save.error} />
    </Form>
  )
}
