import { Title } from '@mantine/core'
import { type ReactNode } from 'react'
import { type RepHabits } from '../../shared/balance/contract.ts'
import { Explained, type Explanation } from '../ui/explained-number.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import classes from './growth.module.css'
import {
  habitHelp,
  habitTitles,
  orderHabits,
  sayHabit,
  sayHabitLabel,
  type HabitSeen,
} from './habit-say.ts'

const explanation: Explanation = {
  question: 'Does something happen more or less often than with colleagues?',
  formula:
    'How often it happened, beside how often it happens to colleagues on the same kinds of calls: same queue and issue. No duration enters it, nor does any of it enter a standing.',
  withheld: 'Where calls are too few to tell, it is said how many are missing.',
  source: 'The same posterior and the same margins as for a standing.',
  anchor: 'habits',
}

type Props = {
  habits: RepHabits
  /** A link to the calls behind the numbers. */
  calls: ReactNode
}

/** What a rep can hardly notice alone, in sentences; what stands out first. */
export function HabitList({ habits, calls }: Props) {
  if (habits.habits.length === 0) {
    return <p>There is nobody to compare with yet, so nothing can be said.</p>
  }
  return (
    <ul className={classes['habits']}>
      {orderHabits(habits.habits).map((seen) => (
        <HabitItem key={seen.habit} seen={seen} calls={calls} />
      ))}
    </ul>
  )
}

function HabitItem({ seen, calls }: { seen: HabitSeen; calls: ReactNode }) {
  const title = habitTitles[seen.habit]
  return (
    <li className={classes['habit']}>
      <Title order={3}>{title}</Title>
      <p className={classes['said']}>{keepTogether(sayHabit(seen))}</p>
      {seen.of > 0 && (
        <Explained
          label={title}
          explanation={explanation}
          calls={calls}
          className={classes['label'] ?? ''}
        >
          {keepTogether(sayHabitLabel(seen))}
        </Explained>
      )}
      {seen.label === 'clearly_below' && <p className={classes['soft']}>{habitHelp[seen.habit]}</p>}
    </li>
  )
}
