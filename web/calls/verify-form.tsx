import { useState, type SyntheticEvent } from 'react'
import { Button, Group, Radio, Text, Textarea } from '@mantine/core'
import { list, plane, show, summary, verify } from '../../shared/calls/contract.ts'
import { type Claim } from '../../shared/calls/words.ts'
import { sentenceFor } from '../api/sentences.ts'
import { useTell } from '../api/use-tell.ts'

/** As much as shared/calls/contract.ts takes. */
const noteLengthLimit = 2_000

/** A second person who has checked states what became of a call, and how they know. */
export function VerifyForm({ callId }: { callId: number }) {
  const [claim, setClaim] = useState<Claim | null>(null)
  const [note, setNote] = useState('')
  const verification = useTell(verify, {
    renews: [show, list, plane, summary],
    onDone: () => {
      setClaim(null)
      setNote('')
    },
  })
  const isComplete = claim !== null && note.trim() !== ''
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isComplete) verification.mutate({ params: { callId }, body: { claim, note: note.trim() } })
  }
  return (
    <form aria-label="Verify the outcome" onSubmit={submit}>
      <Text size="sm" c="dimmed" mb="sm">
        For this call’s label and the conversation about it. Rates and standing don’t change by it.
      </Text>
      <Radio.Group
        label="Having checked, what became of it?"
        value={claim}
        onChange={(value) => {
          setClaim(value === 'resolved' ? 'resolved' : 'not_resolved')
        }}
      >
        <Group mt="xs">
          <Radio value="resolved" label="Resolved" />
          <Radio value="not_resolved" label="Not resolved" />
        </Group>
      </Radio.Group>
      <Textarea
        label="How do you know?"
        description="The rep reads this too."
        mt="md"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={noteLengthLimit}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value)
        }}
      />
      <Button type="submit" mt="md" disabled={!isComplete} loading={verification.isPending}>
        Verify
      </Button>
      <p role="status">
        {verification.isSuccess && 'Verified.'}
        {verification.isError && sentenceFor(verification.error)}
      </p>
    </form>
  )
}
