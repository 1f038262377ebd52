import { Link } from '@tanstack/react-router'
import { type ReactNode } from 'react'
import { type CallLine } from '../../shared/calls/beside.ts'
import { CallFacts } from '../calls/call-facts.tsx'
import classes from '../calls/call-row.module.css'
import { OutcomeSaid } from '../calls/outcome-said.tsx'
import { TimeBesideUsual } from '../calls/time-beside-usual.tsx'
import { useWhen } from '../calls/use-when.ts'
import { paths } from '../paths.ts'

/** A call in a list that leads to it; what the list is about stands in the last column. */
export function CallLineRow({ line, children }: { line: CallLine; children: ReactNode }) {
  const when = useWhen()
  return (
    <li className={classes['row']}>
      <CallFacts line={line}>
        <Link to={paths.call} params={{ callId: line.callId }} className={classes['opens'] ?? ''}>
          {line.rep.name}, {when.moment(line.startedAt)}
        </Link>
      </CallFacts>
      <TimeBesideUsual time={line.time} />
      <OutcomeSaid time={line.time} />
      <div>{children}</div>
    </li>
  )
}
