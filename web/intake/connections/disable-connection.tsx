import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import * as contract from '../../../shared/intake/connection-contract.ts'
import { type Connection } from '../../../shared/intake/connection.ts'
import * as intake from '../../../shared/intake/contract.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { AskOnceMore } from '../../ui/ask-once-more.tsx'
import { sayDone } from '../../ui/say-done.ts'
import { Section } from '../../ui/section.tsx'
import { connectionWords } from './words.ts'

/** Refuses deliveries until they are wanted again; everything that came stays. */
export function DisableConnection({ connection }: { connection: Connection }) {
  const [endsSource, setEndsSource] = useState(false)
  const { id, name, kind, disabledAt } = connection
  const enable = useTell(contract.enableConnection, {
    renews: [contract.connections, intake.feeds],
    onDone: (_, { body }) => {
      setEndsSource(false)
      sayDone(body.isEnabled ? connectionWords.enabled(name) : connectionWords.disabled(name))
    },
  })
  const tell = (body: { isEnabled: boolean; endsSource?: boolean }) => {
    enable.mutate({ params: { connectionId: id }, body })
  }
  if (disabledAt !== null) {
    return (
      <Section title={connectionWords.disabledTitle} lead={connectionWords.enableLead(kind)}>
        <Button
          loading={enable.isPending}
          onClick={() => {
            tell({ isEnabled: true })
          }}
        >
          {connectionWords.enable}
        </Button>
        <FailureNote error={enable.error} />
      </Section>
    )
  }
  return (
    <Section title={connectionWords.disableTitle} lead={connectionWords.disableLead(kind)}>
      <Checkbox
        mb="md"
        label={connectionWords.endsSource}
        description={connectionWords.endsSourceWhy}
        checked={endsSource}
        onChange={(event) => {
          setEndsSource(event.currentTarget.checked)
        }}
      />
      <AskOnceMore
        {...{ action: connectionWords.disable, actionOf: connectionWords.disableOf(name) }}
        sure={connectionWords.disableSure(name)}
        sureWhy={connectionWords.disableWhy(endsSource)}
        keep={connectionWords.keepTaking}
        isPending={enable.isPending}
        onSure={() => {
          tell({ isEnabled: false, endsSource })
        }}
      >
        <FailureNote error={enable.error} />
      </AskOnceMore>
    </Section>
  )
}
