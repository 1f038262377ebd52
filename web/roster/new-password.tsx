import { PasswordInput } from '@mantine/core'
import { passwordLengthLeast } from '../../shared/roster/contract.ts'
import { doorWords } from './words.ts'

/** A password that is being chosen. */
export function NewPassword({ error }: { error: string | undefined }) {
  return (
    <PasswordInput
      name="password"
      required
      minLength={passwordLengthLeast}
      maxLength={128}
      autoComplete="new-password"
      label={doorWords.password}
      description={doorWords.passwordHint(passwordLengthLeast)}
      error={error}
    />
  )
}
