import { Button, Title } from '@mantine/core'
import { useId } from 'react'
import { type TargetGroup as Group } from '../../shared/balance/group-replies.ts'
import { type TargetGrouping } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import { SignCalls } from './sign-calls.tsx'
import classes from './target.module.css'
import { TargetDetail } from './target-detail.tsx'
import { sayHowSure, sayTarget } from './target-say.ts'
import { sayQuietSigns, targetSigns, type TargetSign } from './target-signs.ts'

type Props = {
  group: Group
  seconds: number
  by: TargetGrouping
  days: Pick<CallFilter, 'from' | 'to'>
  isOpen: boolean
  onToggle: () => void
}

/** What a target means for one kind of call: in words; opened, with its distribution. */
export function TargetGroup({ group, seconds, by, days, isOpen, onToggle }: Props) {
  const id = useId()
  const sure = sayHowSure(group)
  const signs = targetSigns(group, seconds)
  return (
    <li className={classes['group']}>
      <div className={classes['side']}>
        <div className={classes['head']}>
          <Title order={3} id={id}>
            {group.name}
          </Title>
          <span className={classes['soft']}>{sayLegs(group.legs)}</span>
        </div>
        <p className={classes['statement']}>{keepTogether(sayTarget(group, seconds))}</p>
        {sure !== null && <p className={classes['soft']}>{keepTogether(sure)}</p>}
      </div>
      <div className={classes['side']}>
        {group.legs > 0 && (
          <NearIt name={group.name} signs={signs} kind={{ [by]: [group.key], ...days }} />
        )}
        <Button
          variant="default"
          size="compact-md"
          mt="xs"
          aria-expanded={isOpen}
          aria-describedby={id}
          onClick={onToggle}
        >
          {isOpen ? 'Close' : 'How long these calls took'}
        </Button>
      </div>
      {isOpen && <TargetDetail group={group} seconds={seconds} by={by} signs={signs} days={days} />}
    </li>
  )
}

const sayLegs = (legs: number) => `${sayCount(legs)} ${legs === 1 ? 'leg' : 'legs'}`

/** What was found near the target, plainly; what was not, in a sentence or two. */
type NearProps = { name: string; signs: readonly TargetSign[]; kind: CallFilter }

function NearIt({ name, signs, kind }: NearProps) {
  const flagged = signs.filter(({ isFlagged }) => isFlagged === true)
  const quiet = sayQuietSigns(signs)
  return (
    <>
      {flagged.length > 0 && (
        <ul className={classes['flagged']} aria-label={`Worth a look: ${name}`}>
          {flagged.map((sign) => (
            <li key={sign.kind}>
              {keepTogether(sign.words)} <SignCalls sign={sign} kind={kind} name={name} />
            </li>
          ))}
        </ul>
      )}
      {quiet.length > 0 && <p className={classes['soft']}>{quiet.join(' ')}</p>}
    </>
  )
}
