import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Kbd } from '@mantine/core'
import { skills } from '../../shared/reflections/contract.ts'
import { type Skill } from './draft.ts'
import { skillNames } from './words.ts'
import classes from './reflections.module.css'

type Props = { chosen: readonly Skill[]; onChange: (chosen: readonly Skill[]) => void }

/** Skills this call asked for. One stop of the Tab key; arrow keys move, Space or 1 to 4 toggle. */
export function SkillChoice({ chosen, onChange }: Props) {
  const labelId = useId()
  const buttons = useRef<(HTMLButtonElement | null)[]>([])
  const [current, setCurrent] = useState(0)
  const toggle = (skill: Skill) => {
    onChange(skills.filter((one) => (one === skill) !== chosen.includes(one)))
  }
  const go = (place: number) => {
    setCurrent(place)
    buttons.current[place]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[event.key]
    const skill = skills[Number(event.key) - 1]
    if (step === undefined && !skill) return
    event.preventDefault()
    if (step !== undefined) go((current + step + skills.length) % skills.length)
    if (skill) toggle(skill)
  }
  return (
    <div className={classes['field']}>
      <span id={labelId} className={classes['legend']}>
        Which skills did it take?
      </span>
      <div
        role="toolbar"
        aria-labelledby={labelId}
        className={classes['choices']}
        onKeyDown={onKeyDown}
      >
        {skills.map((skill, place) => (
          <button
            key={skill}
            ref={(button) => {
              buttons.current[place] = button
            }}
            type="button"
            className={classes['choice']}
            aria-pressed={chosen.includes(skill)}
            data-chosen={chosen.includes(skill) || undefined}
            tabIndex={place === current ? 0 : -1}
            onFocus={() => {
              setCurrent(place)
            }}
            onClick={() => {
              toggle(skill)
            }}
          >
            <span>{skillNames[skill]}</span>
            <Kbd size="xs" aria-hidden>
              {place + 1}
            </Kbd>
          </button>
        ))}
      </div>
    </div>
  )
}

const steps: Partial<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
}
