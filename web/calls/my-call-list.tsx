import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type CallLine } from '../../shared/calls/beside.ts'
import { paths } from '../paths.ts'
import { Section } from '../ui/section.tsx'
import { CallFacts } from './call-facts.tsx'
import { OutcomeSaid } from './outcome-said.tsx'
import { ReflectionLine } from './reflection-line.tsx'
import { TimeBesideUsual } from './time-beside-usual.tsx'
import { useWhen } from './use-when.ts'
import classes from './call-row.module.css'

type Props = {
  title: string
  lines: readonly CallLine[]
  selectedId: number | null
  onSelect: (callId: number) => void
  onReflect: (callId: number) => void
  /** What is kept of unsaved words on a call, in a word or two. */
  draftOf: (callId: number) => string | null
}

/** Where the focus goes when the keys move along the calls. */
export const rowButtonId = (callId: number) => `reflect-on-${callId}`

/** The rep's own calls: each with its time, what is usual and its outcome, and one thing to do. */
export function MyCallList({ title, lines, ...rest }: Props) {
  if (lines.length === 0) return null
  return (
    <Section title={title}>
      <ul className={classes['rows']} data-calls>
        {lines.map((line) => (
          <MyCallRow key={line.callId} line={line} {...rest} />
        ))}
      </ul>
    </Section>
  )
}

type RowProps = Omit<Props, 'title' | 'lines'> & { line: CallLine }

function MyCallRow({ line, selectedId, onSelect, onReflect, draftOf }: RowProps) {
  const when = useWhen()
  const said = when.moment(line.startedAt)
  const draft = draftOf(line.callId)
  return (
    <li
      className={classes['row']}
      data-selected={line.callId === selectedId || undefined}
      onFocus={() => {
        onSelect(line.callId)
      }}
    >
      <CallFacts line={line}>
        <Link
          to={paths.call}
          params={{ callId: line.callId }}
          className={classes['link'] ?? ''}
          aria-label={`The call of ${said}`}
        >
          {said}
        </Link>
      </CallFacts>
      <TimeBesideUsual time={line.time} />
      <OutcomeSaid time={line.time} />
      <div className={classes['words']}>
        {line.hasReflection && <ReflectionLine line={line} />}
        <Button
          id={rowButtonId(line.callId)}
          variant="default"
          size="compact-md"
          aria-label={`${actionOf(line, draft)}: the call of ${said}`}
          onClick={() => {
            onReflect(line.callId)
          }}
        >
          {actionOf(line, draft)}
        </Button>
        {draft !== null && <p className={classes['soft']}>{draft}</p>}
      </div>
    </li>
  )
}

function actionOf(line: CallLine, draft: string | null): string {
  if (draft !== null) return 'Go on writing'
  return line.hasReflection ? 'Change' : 'Reflect'
}
