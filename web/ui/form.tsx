import { Stack } from '@mantine/core'
import { type ReactNode } from 'react'

/**
 * Reads one text of a submitted form; empty where it is not there. Spaces around it are typed
 * by mistake, except in what is kept as it is: a password.
 */
export type Read = (name: string, how?: 'as it is') => string

/** A form that hands over its texts when it is submitted; Enter works in every field. */
export function Form({
  label,
  onSubmit,
  children,
}: {
  /** The form's name for screen readers, where no heading stands right before it. */
  label?: string
  onSubmit: (read: Read, form: HTMLFormElement) => void
  children: ReactNode
}) {
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        const texts = new FormData(form)
        onSubmit((name, how) => {
          const value = texts.get(name)
          if (typeof value !== 'string') return ''
          return how === 'as it is' ? value : value.trim()
        }, form)
      }}
    >
      <Stack gap="md">{children}</Stack>
    </form>
  )
}
