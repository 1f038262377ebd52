import { Title } from '@mantine/core'
import { type RepHabits } from '../../shared/balance/contract.ts'
import { type Habit } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { Explained, type Explanation } from '../ui/explained-number.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { CallsLink } from './calls-link.tsx'
import classes from './growth.module.css'
import {
  habitHelp,
  habitTitles,
  orderHabits,
  sayHabit,
  sayHabitLabel,
  type HabitSeen,
} from './habit-say.ts'
import { listDays } from './list-days.ts'

const explanation: Explanation = {
  question: 'Does something happen more or less often than with colleagues?',
  formula:
    'How often it happened, beside how often it happens to colleagues on the same kinds of calls: same queue and issue. No duration enters it, nor does any of it enter a standing.',
  withheld: 'Where calls are too few to tell, it is said how many are missing.',
  source: 'The same posterior and the same margins as for a standing.',
  anchor: 'habits',
}

/** The calls in which it happened. */
const happenedIn: Record<Habit, Pick<CallFilter, 'class' | 'counted'>> = {
  claims: { counted: 'solved_then_back' },
  hand_ons: { counted: 'outcome_known', class: ['handed_on'] },
  back_within_hour: { counted: 'back_within_hour' },
  unidentified_customers: { class: ['not_linkable'] },
}

/** What a rep can hardly notice alone, in sentences; what stands out first. */
export function HabitList({ given }: { given: RepHabits }) {
  const days = listDays(given)
  if (given.habits.length === 0) {
    return <p>There is nobody to compare with yet, so nothing can be said.</p>
  }
  return (
    <ul className={classes['habits']}>
      {orderHabits(given.habits).map((seen) => (
        <HabitItem key={seen.habit} seen={seen} days={days} />
      ))}
    </ul>
  )
}

function HabitItem({ seen, days }: { seen: HabitSeen; days: CallFilter }) {
  const title = habitTitles[seen.habit]
  return (
    <li className={classes['habit']}>
      <Title order={3}>{title}</Title>
      <p className={classes['said']}>{keepTogether(sayHabit(seen))}</p>
      {seen.of > 0 && (
        <Explained
          label={title}
          explanation={explanation}
          calls={
            seen.count > 0 && (
              <CallsLink filter={{ ...days, ...happenedIn[seen.habit] }} count={seen.count} />
            )
          }
          className={classes['label'] ?? ''}
        >
          {keepTogether(sayHabitLabel(seen))}
        </Explained>
      )}
      {seen.label === 'clearly_below' && <p className={classes['soft']}>{habitHelp[seen.habit]}</p>}
    </li>
  )
}
