import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

/** A part of a page with its heading; `sheet` puts it on a raised surface, as a form stands. */
export function Section({
  title,
  lead,
  isSheet = false,
  children,
}: {
  title: string
  lead?: ReactNode
  isSheet?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes[isSheet ? 'sheet' : 'section']}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {lead !== undefined && <p className={classes['lead']}>{lead}</p>}
      <div className={classes['content']}>{children}</div>
    </section>
  )
}
