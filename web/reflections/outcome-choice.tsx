import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Kbd } from '@mantine/core'
import { type RepOutcome } from './draft.ts'
import { repOutcomeNames } from './words.ts'
import classes from './reflections.module.css'

const choices: readonly RepOutcome[] = ['resolved', 'not_resolved', 'not_sure']

type Props = {
  value: RepOutcome | null
  onChange: (outcome: RepOutcome) => void
  /** Said where saving was tried without an answer. */
  problem: string | null
}

/** The one required answer, which takes the focus when it appears. The keys 1, 2 and 3 choose, as the arrow keys do. */
export function OutcomeChoice({ value, onChange, problem }: Props) {
  const inputs = useRef<(HTMLInputElement | null)[]>([])
  useEffect(() => {
    const chosen = inputs.current.find((input) => input?.checked)
    ;(chosen ?? inputs.current[0])?.focus()
  }, [])
  const chooseByDigit = (event: KeyboardEvent) => {
    const place = Number(event.key) - 1
    const choice = choices[place]
    if (!choice || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    inputs.current[place]?.focus()
    onChange(choice)
  }
  return (
    <fieldset className={classes['outcomes']} onKeyDown={chooseByDigit}>
      <legend className={classes['legend']}>How did it end, as you see it?</legend>
      <div className={classes['choices']}>
        {choices.map((choice, place) => (
          <label
            key={choice}
            className={classes['choice']}
            data-chosen={value === choice || undefined}
          >
            <input
              ref={(input) => {
                inputs.current[place] = input
              }}
              type="radio"
              name="outcome"
              value={choice}
              required
              checked={value === choice}
              data-autofocus={(value ?? choices[0]) === choice || undefined}
              aria-describedby={problem ? 'outcome-problem' : undefined}
              onChange={() => {
                onChange(choice)
              }}
            />
            <span>{repOutcomeNames[choice]}</span>
            <Kbd size="xs" aria-hidden>
              {place + 1}
            </Kbd>
          </label>
        ))}
      </div>
      {problem && (
        <p id="outcome-problem" role="alert" className={classes['problem']}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
