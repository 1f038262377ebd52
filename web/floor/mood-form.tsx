import { Button, Group, TextInput } from '@mantine/core'
import { moodLengthLimit, setMood } from '../../shared/floor/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { fieldError } from '../api/field-error.ts'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { sayDone } from '../ui/say-done.ts'
import { Section } from '../ui/section.tsx'
import { leaderWords } from './words.ts'

/** Puts a line for everybody on the board, or takes it off; the board itself shows it a moment later. */
export function MoodForm({ text }: { text: string | null }) {
  const tell = useTell(setMood, {
    onDone: (_, { body }) => {
      sayDone(body.text === null ? leaderWords.moodIsOff : leaderWords.moodIsSet)
    },
  })
  return (
    <Section title={leaderWords.mood} lead={leaderWords.moodLead}>
      <Form
        label={leaderWords.mood}
        onSubmit={(read) => {
          const said = read('text')
          if (said !== '') tell.mutate({ body: { text: said } })
        }}
      >
        <TextInput
          // What another supervisor has put there shows here too.
          key={text}
          name="text"
          required
          maxLength={moodLengthLimit}
          autoComplete="off"
          label={leaderWords.moodLabel}
          defaultValue={text ?? ''}
          error={fieldError(tell.error, 'text')}
        />
        <FailureNote error={tell.error} />
        <Group gap="sm">
          <Button type="submit" loading={tell.isPending}>
            {leaderWords.moodSet}
          </Button>
          {text !== null && (
            <Button
              variant="default"
              disabled={tell.isPending}
              onClick={() => {
                tell.mutate({ body: { text: null } })
              }}
            >
              {leaderWords.moodOff}
            </Button>
          )}
        </Group>
      </Form>
    </Section>
  )
}
