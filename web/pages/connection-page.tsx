import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import * as contract from '../../shared/intake/connection-contract.ts'
import { type Connection } from '../../shared/intake/connection.ts'
import { Answer } from '../api/answer.tsx'
import { askAll } from '../api/ask-all.ts'
import { DisableConnection } from '../intake/connections/disable-connection.tsx'
import { LiveState } from '../intake/connections/live-state.tsx'
import { RemoveConnection } from '../intake/connections/remove-connection.tsx'
import { RotateSecret } from '../intake/connections/rotate-secret.tsx'
import { StepsShown } from '../intake/connections/steps-shown.tsx'
import { systemOfConnection } from '../intake/connections/systems.ts'
import { TryConnection } from '../intake/connections/try-connection.tsx'
import { connectionWords, kindNames } from '../intake/connections/words.ts'
import { paths } from '../paths.ts'
import { CopyField } from '../ui/copy-field.tsx'
import { Empty } from '../ui/empty.tsx'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

/** One connection: whether it is live, its steps, a trial, another secret, and its end. */
export function ConnectionPage() {
  const { connectionId } = useParams({ from: '/signed-in/connections/$connectionId' })
  const list = useQuery(askAll(contract.connections))
  return (
    <>
      <p>
        <TextLink to={paths.connections}>{connectionWords.back}</TextLink>
      </p>
      <Answer to={list} lines={8}>
        {(items) => {
          const connection = items.find(({ id }) => id === connectionId)
          return connection ? <Shown connection={connection} /> : <Gone />
        }}
      </Answer>
    </>
  )
}

function Shown({ connection }: { connection: Connection }) {
  const navigate = useNavigate()
  const { id, name, kind, source, adapter, path } = connection
  const address = location.origin + path
  const steps = systemOfConnection(kind, adapter).after({ address, secret: 'SECRET' })
  return (
    <>
      <PageHeading title={name} lead={connectionWords.source(kindNames[kind], source)} />
      <LiveState connectionId={id} />
      <Section title={connectionWords.after} lead={connectionWords.afterLead}>
        <CopyField label={connectionWords.address} value={address} />
        <StepsShown label={connectionWords.after} steps={steps} />
      </Section>
      <TryConnection connectionId={id} />
      <RotateSecret connection={connection} />
      <DisableConnection connection={connection} />
      <RemoveConnection
        connection={connection}
        onRemoved={() => void navigate({ to: paths.connections })}
      />
    </>
  )
}

function Gone() {
  return (
    <>
      <PageHeading title={connectionWords.gone} />
      <Empty title={connectionWords.gone}>{connectionWords.goneWhy}</Empty>
    </>
  )
}
