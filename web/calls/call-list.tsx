import { keepPreviousData } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CallLine } from '../../shared/calls/beside.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { list } from '../../shared/calls/contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../roster/me.ts'
import { CallFacts } from './call-facts.tsx'
import { OutcomeSaid } from './outcome-said.tsx'
import { ReflectionLine } from './reflection-line.tsx'
import { TimeBesideUsual } from './time-beside-usual.tsx'
import { useWhen } from './use-when.ts'
import classes from './call-row.module.css'

/** The filtered calls, newest first: time, what is usual, outcome and words always together. */
export function CallList({ filter }: { filter: CallFilter }) {
  const asks = { ...askPages(list, { query: filter }), placeholderData: keepPreviousData }
  return (
    <Paged asks={asks} lines={8}>
      {(lines) => (
        <ol className={classes['rows']} aria-label="Calls, newest first">
          {lines.map((line) => (
            <CallRow key={`${line.callId}-${line.legNo}`} line={line} />
          ))}
        </ol>
      )}
    </Paged>
  )
}

function CallRow({ line }: { line: CallLine }) {
  const when = useWhen()
  const { role } = useMe()
  const said = when.moment(line.startedAt)
  return (
    <li className={classes['row']}>
      <CallFacts line={line}>
        <Link to={paths.call} params={{ callId: line.callId }} className={classes['opens'] ?? ''}>
          {role === 'rep' ? said : `${line.rep.name}, ${said}`}
        </Link>
      </CallFacts>
      <TimeBesideUsual time={line.time} />
      <OutcomeSaid time={line.time} />
      <ReflectionLine line={line} />
    </li>
  )
}
