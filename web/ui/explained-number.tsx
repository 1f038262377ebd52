import { Popover, UnstyledButton } from '@mantine/core'
import { type ReactNode } from 'react'
import classes from './explained-number.module.css'
import { words } from './words.ts'

/** What a number means: the question it answers, how it is computed, when it is withheld. */
export type Explanation = {
  question: string
  formula: string
  withheld?: string
  source?: string
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
}

/** A number with its name and its count; pressed, it opens its definition and its calls. */
export function ExplainedNumber({ label, value, restsOn, explanation, calls }: Props) {
  return (
    <Popover width={340} position="bottom-start" withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes['number'] ?? ''}>
          <span className={classes['label']}>{label}</span>
          <span className={classes['value']}>{value}</span>
          <span className={classes['restsOn']}>
            {typeof restsOn === 'number' ? words.restsOn(restsOn) : restsOn}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <div className={classes['explanation']} tabIndex={-1} data-autofocus>
          <p className={classes['question']}>{explanation.question}</p>
          <Part name={words.howComputed} text={explanation.formula} />
          <Part name={words.whenWithheld} text={explanation.withheld} />
          <Part name={words.source} text={explanation.source} />
          {calls}
        </div>
      </Popover.Dropdown>
    </Popover>
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
