import { type ReactNode } from 'react'
import { Explained } from '../ui/explained-number.tsx'
import { type Explanation } from '../ui/explanation.ts'
import classes from './queue-tile.module.css'

type Props = {
  label: string
  /** Said in words, with its units. */
  value: string
  /** Whether it is nought or nothing: then it stands back. */
  isNone: boolean
  /** Pressed, the label opens it; a wall has nobody to press. */
  explanation: Explanation | null
}

/** One number of a queue, large, with its name. Units are small beside their digits. */
export function Figure({ label, value, isNone, explanation }: Props) {
  return (
    <div className={classes['figure']}>
      <dt className={classes['label']}>
        <MayExplain label={label} explanation={explanation}>
          {label}
        </MayExplain>
      </dt>
      <dd className={classes['value']} data-none={isNone}>
        {value.split(/(?<=\d) | (?=\d)/).map((part, place) => (
          <span key={place} className={classes[/\d/.test(part) ? 'digits' : 'unit']}>
            {place > 0 && ' '}
            {part}
          </span>
        ))}
      </dd>
    </div>
  )
}

/** Words that open what they mean, where somebody can press them. */
export function MayExplain({
  label,
  explanation,
  calls,
  children,
}: {
  label: string
  explanation: Explanation | null
  calls?: ReactNode
  children: ReactNode
}) {
  if (explanation === null) return children
  return (
    <Explained
      label={label}
      explanation={explanation}
      className={classes['explained'] ?? ''}
      {...(calls !== undefined && { calls })}
    >
      {children}
    </Explained>
  )
}
