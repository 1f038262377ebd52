import { Title } from '@mantine/core'
import { type ReactNode } from 'react'
import classes from './states.module.css'

/** Nothing there yet: says so, says why, and what to do about it. */
export function Empty({
  title,
  order = 2,
  children,
  action,
}: {
  title: string
  /** The heading's level: 3 inside a section. */
  order?: 2 | 3
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={classes['state']}>
      <Title order={order} className={classes['title'] ?? ''}>
        {title}
      </Title>
      {children}
      {action && <div className={classes['action']}>{action}</div>}
    </div>
  )
}
