import { Button, CopyButton, TextInput } from '@mantine/core'
import { words } from './words.ts'

/**
 * A text to take along. Focusing it selects it whole, because a browser lets a button copy
 * only on https or this machine.
 */
export function CopyField({
  label,
  value,
  autoFocus = false,
}: {
  label: string
  value: string
  autoFocus?: boolean
}) {
  return (
    <TextInput
      readOnly
      autoFocus={autoFocus}
      label={label}
      value={value}
      onFocus={(event) => {
        event.currentTarget.select()
      }}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      rightSectionWidth={96}
      rightSection={
        <CopyButton value={value} timeout={2_000}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="compact-sm" onClick={copy} aria-live="polite">
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      }
    />
  )
}
