import { Alert, Stack } from '@mantine/core'
import { CopyField } from '../../ui/copy-field.tsx'
import { connectionWords } from './words.ts'

/** Address and secret of a connection, to take along; the secret is shown this once. */
export function SecretShown({ address, secret }: { address: string; secret: string }) {
  return (
    <Alert variant="default" role="status" title={connectionWords.once}>
      <Stack gap="sm">
        <span>{connectionWords.onceWhy}</span>
        <CopyField label={connectionWords.address} value={address} />
        <CopyField autoFocus label={connectionWords.secret} value={secret} />
      </Stack>
    </Alert>
  )
}
