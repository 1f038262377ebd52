import { Popover, UnstyledButton } from '@mantine/core'
import { type ReactNode } from 'react'
import { paths } from '../paths.ts'
import classes from './explained-number.module.css'
import { type Explanation } from './explanation.ts'
import { TextLink } from './link.tsx'
import { words } from './words.ts'

export type { Explanation } from './explanation.ts'

type ExplainedProps = {
  /** Names the popover for who does not see what was pressed. */
  label: string
  explanation: Explanation
  /** A link to the calls behind it. */
  calls?: ReactNode
  className?: string
  /** What is pressed. */
  children: ReactNode
}

/** Something that, pressed, opens its definition and the calls behind it. */
export function Explained({ label, explanation, calls, className, children }: ExplainedProps) {
  return (
    <Popover width={340} position="bottom-start" withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={className ?? ''}>{children}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <div className={classes['explanation']} tabIndex={-1} data-autofocus>
          <p className={classes['question']}>{explanation.question}</p>
          <Part name={words.howComputed} text={explanation.formula} />
          <Part name={words.whenWithheld} text={explanation.withheld} />
          <Part name={words.source} text={explanation.source} />
          {explanation.anchor !== undefined && (
            <p>
              <TextLink to={paths.numbers} hash={explanation.anchor} inherit>
                {words.readMore}
              </TextLink>
            </p>
          )}
          {calls}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

type Props = {
  label: string
  /** The number as people say it, or a withheld one in words. */
  value: ReactNode
  /** How many calls it rests on, or a phrase that says so. */
  restsOn: number | string
  explanation: Explanation
  /** A link to the calls behind it. */
  calls?: ReactNode
  /** Small where several stand in a row of a list. */
  size?: 'small' | 'usual'
}

/** A number with its name and its count; pressed, it opens its definition and its calls. */
export function ExplainedNumber({ label, value, restsOn, size = 'usual', ...explained }: Props) {
  return (
    <Explained label={label} className={classes['number'] ?? ''} {...explained}>
      <span className={classes['label']}>{label}</span>
      <span className={classes['value']} data-size={size}>
        {value}
      </span>
      <span className={classes['restsOn']}>
        {typeof restsOn === 'number' ? words.restsOn(restsOn) : restsOn}
      </span>
    </Explained>
  )
}

function Part({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null
  return (
    <p>
      <strong>{name}: </strong>
      {text}
    </p>
  )
}
