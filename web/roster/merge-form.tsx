import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { askAll } from '../api/ask-all.ts'
import { Form } from '../ui/form.tsx'
import { matchingWords } from './matching-words.ts'
import { MergeConfirm } from './merge-confirm.tsx'
import { RepSelect } from './rep-select.tsx'
import { type Rep } from './rep.ts'
import classes from './unconfirmed-rep.module.css'

/** Chooses the rep that somebody proves to be, then says what will happen. */
export function MergeForm({
  rep,
  label,
  action,
  onCancel,
}: {
  rep: Rep
  label: string
  action: string
  onCancel?: () => void
}) {
  const [chosen, setChosen] = useState<number | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const reps = useQuery(askAll(roster.reps, { confirmed: true }))
  const into = reps.data?.find(({ id }) => id === chosen)
  if (isAsked && into) {
    return (
      <MergeConfirm
        from={rep}
        into={into}
        onClose={() => {
          setIsAsked(false)
        }}
      />
    )
  }
  return (
    <Form
      label={label}
      onSubmit={() => {
        setIsAsked(into !== undefined && into.id !== rep.id)
      }}
    >
      <div className={classes['line']}>
        <RepSelect label={matchingWords.other} value={chosen} onChange={setChosen} />
        <Button type="submit" variant="default" disabled={chosen === null || chosen === rep.id}>
          {action}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {matchingWords.cancel}
          </Button>
        )}
      </div>
    </Form>
  )
}
