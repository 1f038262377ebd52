import { useState } from 'react'
import { type Connection } from '../../../shared/intake/connection.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { LiveState } from './live-state.tsx'
import { NewConnectionForm } from './new-connection-form.tsx'
import { SecretShown } from './secret-shown.tsx'
import { StepsShown } from './steps-shown.tsx'
import { type System } from './systems.ts'
import { connectionWords } from './words.ts'

/** From a phone system to its first delivery: what to do there, and address and secret for it. */
export function NewConnection({ system }: { system: System }) {
  const [made, setMade] = useState<{ connection: Connection; secret: string } | null>(null)
  if (system.kind === null) {
    return (
      <Section title={connectionWords.steps}>
        <StepsShown label={connectionWords.steps} steps={system.before} />
        <TextLink to={paths.importFiles}>{connectionWords.toImport}</TextLink>
      </Section>
    )
  }
  if (made) return <Made system={system} {...made} />
  return (
    <>
      {system.before.length > 0 && (
        <Section title={connectionWords.first}>
          <StepsShown label={connectionWords.first} steps={system.before} />
        </Section>
      )}
      <Section title={connectionWords.form} isSheet>
        <NewConnectionForm
          system={system}
          kind={system.kind}
          onMade={(connection, secret) => {
            setMade({ connection, secret })
          }}
        />
      </Section>
    </>
  )
}

type Made = { system: System; connection: Connection; secret: string }

function Made({ system, connection, secret }: Made) {
  const address = location.origin + connection.path
  const { id, name } = connection
  return (
    <>
      <Section title={connectionWords.created(name)} isSheet>
        <SecretShown {...{ address, secret }} />
      </Section>
      <Section title={connectionWords.after}>
        <StepsShown label={connectionWords.after} steps={system.after({ address, secret })} />
      </Section>
      <LiveState connectionId={id} />
      <p>
        <TextLink to={paths.connection} params={{ connectionId: id }}>
          {connectionWords.haveIt}
        </TextLink>
      </p>
    </>
  )
}
