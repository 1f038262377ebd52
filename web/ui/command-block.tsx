import { Button, CopyButton } from '@mantine/core'
import classes from './command-block.module.css'
import { words } from './words.ts'

/** A command to run elsewhere, as it is, with a button that copies it. */
export function CommandBlock({ label, command }: { label: string; command: string }) {
  return (
    <figure className={classes['figure']}>
      <figcaption className={classes['caption']}>
        {label}
        <CopyButton value={command} timeout={2_000}>
          {({ copied, copy }) => (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={copy}
              aria-label={`${copied ? words.copied : words.copy}: ${label}`}
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </figcaption>
      <pre className={classes['command']}>
        <code>{command}</code>
      </pre>
    </figure>
  )
}
