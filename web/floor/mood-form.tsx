import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { moodLengthLimit, setMood } from '../../shared/floor/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { Section } from '../ui/section.tsx'
import classes from './board.module.css'
import { floorWords } from './words.ts'

/** A supervisor's line for everybody; it stands until midnight or until it is taken off. */
export function MoodForm({ now }: { now: string | null }) {
  const [text, setText] = useState('')
  const put = useTell(setMood, {
    onDone: () => {
      setText('')
    },
  })
  return (
    <Section title={floorWords.mood}>
      <form
        className={classes['moodForm']}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') put.mutate({ body: { text: text.trim() } })
        }}
      >
        <TextInput
          className={classes['moodField'] ?? ''}
          label={floorWords.moodLabel}
          placeholder={now ?? ''}
          maxLength={moodLengthLimit}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
          }}
        />
        <Button type="submit" loading={put.isPending}>
          {floorWords.moodSet}
        </Button>
        {now !== null && (
          <Button
            variant="default"
            onClick={() => {
              put.mutate({ body: { text: null } })
            }}
          >
            {floorWords.moodOff}
          </Button>
        )}
      </form>
      {put.error && <FailureNote error={put.error} />}
    </Section>
  )
}
