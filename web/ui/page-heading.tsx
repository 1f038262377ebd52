import { Title } from '@mantine/core'
import { useCanGoBack, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import classes from './page-heading.module.css'
import { productName } from './words.ts'

/**
 * The heading of a page and the document's title. After a navigation it takes the focus, so
 * that a keyboard starts here and a screen reader says where one is; on first load it does not.
 */
export function PageHeading({
  title,
  lead,
  aside,
}: {
  title: string
  lead?: ReactNode
  aside?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  const isNavigation = useCanGoBack()
  useEffect(() => {
    if (isNavigation) heading.current?.focus({ preventScroll: true })
  }, [pathname, isNavigation])
  return (
    <div className={classes['heading']}>
      <title>{`${title} · ${productName}`}</title>
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {lead !== undefined && <p className={classes['lead']}>{lead}</p>}
      </div>
      {aside}
    </div>
  )
}
