import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as contract from '../../../shared/intake/connection-contract.ts'
import {
  type Connection,
  type ConnectionKind,
  secretLengthLimit,
} from '../../../shared/intake/connection.ts'
import { fieldError } from '../../api/field-error.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { type Refused } from '../../api/refused.ts'
import { useTell } from '../../api/use-tell.ts'
import { Form } from '../../ui/form.tsx'
import { CountryChoice, ZoneChoice } from '../reading/place-choices.tsx'
import { SiteNameFields } from '../reading/site-name-fields.tsx'
import { siteFieldsOf } from '../reading/site-names.ts'
import { type System } from './systems.ts'
import { connectionWords } from './words.ts'

type Props = {
  system: System
  kind: ConnectionKind
  onMade: (connection: Connection, secret: string) => void
}

/** What a connection has to know before it can take deliveries. */
export function NewConnectionForm({ system, kind, onMade }: Props) {
  const [timeZone, setTimeZone] = useState<string | null>(null)
  const [country, setCountry] = useState<string | null>(null)
  const [names, setNames] = useState<Record<string, string>>({})
  const create = useTell(contract.createConnection, {
    renews: [contract.connections],
    onDone: ({ connection, secret }) => {
      onMade(connection, secret)
    },
  })
  const { error, isPending } = create
  return (
    <Form
      label={connectionWords.form}
      onSubmit={(read) => {
        const secret = read('secret')
        const given = Object.entries(names).filter(([, name]) => name.trim() !== '')
        create.mutate({
          body: {
            ...{ name: read('name'), source: read('source'), kind, timeZone, country },
            names: Object.fromEntries(given),
            ...(system.adapter !== undefined && { adapter: system.adapter }),
            ...(secret !== '' && { secret }),
          },
        })
      }}
    >
      <Names system={system} error={error} />
      <SecretField system={system} kind={kind} error={error} />
      <CountryChoice
        {...{ label: connectionWords.country, hint: connectionWords.countryHint }}
        {...{ nothing: connectionWords.noCountry, value: country, onChange: setCountry }}
        error={fieldError(error, 'country')}
      />
      {system.reader !== null && (
        <ZoneChoice
          {...{ label: connectionWords.zone, hint: connectionWords.zoneHint }}
          {...{ nothing: connectionWords.noZone, value: timeZone, onChange: setTimeZone }}
          error={fieldError(error, 'timeZone')}
        />
      )}
      <SiteNameFields
        fields={siteFieldsOf(system.reader)}
        {...{ names, before: {}, onChange: setNames }}
      />
      <FailureNote error={error} />
      <div>
        <Button type="submit" loading={isPending}>
          {connectionWords.create}
        </Button>
      </div>
    </Form>
  )
}

function Names({ system, error }: { system: System; error: Refused | null }) {
  return (
    <>
      <TextInput
        name="name"
        required
        maxLength={200}
        autoComplete="off"
        label={connectionWords.name}
        description={connectionWords.nameHint}
        defaultValue={system.title}
        error={fieldError(error, 'name')}
      />
      <TextInput
        name="source"
        required
        maxLength={200}
        autoComplete="off"
        label={connectionWords.sourceField}
        description={connectionWords.sourceHint}
        defaultValue={system.source}
        error={fieldError(error, 'source')}
      />
    </>
  )
}

/** Only where the phone system makes it, or somebody may have one already. */
function SecretField({ system, kind, error }: Omit<Props, 'onMade'> & { error: Refused | null }) {
  if (system.givesSecret === undefined && kind !== 'standard_webhooks') return null
  const isGiven = system.givesSecret !== undefined
  return (
    <TextInput
      name="secret"
      required={isGiven}
      maxLength={secretLengthLimit}
      autoComplete="off"
      label={system.givesSecret ?? connectionWords.ownSecret}
      {...(!isGiven && { description: connectionWords.ownSecretHint })}
      error={fieldError(error, 'secret')}
    />
  )
}
