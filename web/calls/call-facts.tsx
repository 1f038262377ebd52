import { type ReactNode } from 'react'
import { type CallLine } from '../../shared/calls/beside.ts'
import { sayOrdinal } from './say-ordinal.ts'
import classes from './call-row.module.css'

/** When, who and about what; `children` is the row's heading, usually a link. */
export function CallFacts({ line, children }: { line: CallLine; children: ReactNode }) {
  const about = [line.queue, line.issue, line.audience].filter((word) => word !== null)
  return (
    <div>
      <p className={classes['when']}>{children}</p>
      <p className={classes['soft']}>{about.join(' · ') || 'no queue or issue recorded'}</p>
      <p className={classes['soft']}>{sayCustomer(line)}</p>
    </div>
  )
}

function sayCustomer({ customer, position, direction }: CallLine): string {
  const who = customer ?? 'customer not known'
  const way = direction === 'inbound' ? [] : [direction]
  const contact =
    position !== null && position > 1 ? [`${sayOrdinal(position)} call about this`] : []
  return [who, ...way, ...contact].join(' · ')
}
