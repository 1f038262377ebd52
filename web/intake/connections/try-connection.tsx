import { Button, Textarea } from '@mantine/core'
import * as contract from '../../../shared/intake/connection-contract.ts'
import { type TrialReply } from '../../../shared/intake/connection.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { Form } from '../../ui/form.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Section } from '../../ui/section.tsx'
import { CountedReasons } from '../counted-reasons.tsx'
import { ruleName } from '../rule-words.ts'
import { refusalName } from '../words.ts'
import classes from './connections.module.css'
import { connectionWords } from './words.ts'

/** What a pasted example would become, read as this connection reads. */
export function TryConnection({ connectionId }: { connectionId: number }) {
  const attempt = useTell(contract.tryConnection)
  return (
    <Section title={connectionWords.try} lead={connectionWords.tryLead}>
      <Form
        label={connectionWords.try}
        onSubmit={(read) => {
          attempt.mutate({ params: { connectionId }, body: { text: read('text') } })
        }}
      >
        <Textarea
          name="text"
          required
          autosize
          minRows={4}
          maxRows={16}
          maxLength={contract.trialCharactersLimit}
          spellCheck={false}
          label={connectionWords.text}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <FailureNote error={attempt.error} />
        <div>
          <Button type="submit" variant="default" loading={attempt.isPending}>
            {connectionWords.tryAction}
          </Button>
        </div>
      </Form>
      {attempt.data && <Tried of={attempt.data} />}
    </Section>
  )
}

function Tried({ of }: { of: TrialReply }) {
  return (
    <div role="status">
      <p>
        {connectionWords.tried(of.read, of.calls)}{' '}
        {of.joined > 0 && connectionWords.triedJoined(of.joined)}
      </p>
      {of.examples.length > 0 && (
        <ul aria-label={connectionWords.example} className={classes['examples']}>
          {of.examples.map((call) => (
            <li key={call.externalId}>
              {call.externalId}: {call.direction}, <Instant at={call.startedAt} />,{' '}
              {connectionWords.by(call.reps)}
              {call.queue !== null && `, ${connectionWords.queue(call.queue)}`},{' '}
              {call.hasCustomer ? connectionWords.hasCustomer : connectionWords.hasNoCustomer},{' '}
              {call.issue === null ? connectionWords.noIssue : connectionWords.issue(call.issue)}
            </li>
          ))}
        </ul>
      )}
      <CountedReasons
        title={connectionWords.passedOver}
        given={of.ignored.map(({ rule, count }) => ({ name: ruleName(rule), count }))}
      />
      {of.problems.length > 0 && (
        <ul aria-label={connectionWords.problems} className={classes['examples']}>
          {of.problems.map((problem) => (
            <li key={`${problem.document} ${problem.reason}`}>
              {connectionWords.problemAt(problem.document)}: {refusalName(problem.reason)}.{' '}
              {problem.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
