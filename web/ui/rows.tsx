import { type ReactNode } from 'react'
import classes from './rows.module.css'

/** A list of things, one below the other, that becomes a column on a phone. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={classes['rows']}>
      {children}
    </ul>
  )
}

/** One of them: its name, what is said about it, and what can be done with it. */
export function Row({
  name,
  under,
  children,
  action,
}: {
  name: ReactNode
  /** A quiet line below the name. */
  under?: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <li className={classes['row']}>
      <div className={classes['head']}>
        <div className={classes['name']}>{name}</div>
        {under !== undefined && <div className={classes['under']}>{under}</div>}
      </div>
      <div className={classes['facts']}>{children}</div>
      {action !== undefined && <div className={classes['action']}>{action}</div>}
    </li>
  )
}
