import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'

type Props = {
  /** On the button, and in full for who does not see where it stands. */
  action: string
  actionOf: string
  sure: string
  sureWhy: string
  keep: string
  /** Smaller where it stands among the words of a list. */
  size?: 'compact-xs' | 'compact-sm'
  isPending: boolean
  onSure: () => void
  /** Why it was refused. */
  children?: ReactNode
}

/** Asks once more, in its place, before something is done that can't be undone. */
export function AskOnceMore({ action, actionOf, isPending, onSure, children, ...rest }: Props) {
  const { size = 'compact-sm', ...words } = rest
  const [asked, setAsked] = useState<'not' | 'now' | 'before'>('not')
  if (asked !== 'now') {
    return (
      <Button
        variant="subtle"
        size={size}
        autoFocus={asked === 'before'}
        aria-label={actionOf}
        onClick={() => {
          setAsked('now')
        }}
      >
        {action}
      </Button>
    )
  }
  return (
    <div role="group" aria-label={words.sure}>
      <strong>{words.sure}</strong>
      <p>{words.sureWhy}</p>
      <Group gap="sm">
        <Button
          autoFocus
          variant="default"
          size="compact-md"
          onClick={() => {
            setAsked('before')
          }}
        >
          {words.keep}
        </Button>
        <Button size="compact-md" loading={isPending} onClick={onSure}>
          {action}
        </Button>
      </Group>
      {children}
    </div>
  )
}
