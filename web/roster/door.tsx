import { type ReactNode } from 'react'
import { PageHeading } from '../ui/page-heading.tsx'
import { productName } from '../ui/words.ts'
import classes from './door.module.css'

/** The frame of the pages before the sign-in. */
export function Door({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <main className={classes['door']}>
      <p className={classes['product']}>{productName}</p>
      <div className={classes['sheet']}>
        <PageHeading title={title} lead={lead} />
        {children}
      </div>
    </main>
  )
}
