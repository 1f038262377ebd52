import { SimpleGrid } from '@mantine/core'
import { type ShareReply } from '../../shared/balance/basis.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { type TargetGrouping } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import { CallsLink } from './calls-link.tsx'
import { NumbersLink } from './numbers-link.tsx'
import { SignCalls } from './sign-calls.tsx'
import classes from './target.module.css'
import { TargetDistribution } from './target-distribution.tsx'
import { sayPart, sayReach } from './target-share.ts'
import { type TargetSign } from './target-signs.ts'
import { targetExplanations } from './target-words.ts'

type Props = {
  group: TargetGroup
  seconds: number
  by: TargetGrouping
  signs: readonly TargetSign[]
  days: Pick<CallFilter, 'from' | 'to'>
}

/** The numbers behind the words, how long the calls took, and the way to them. */
export function TargetDetail({ group, seconds, by, signs, days }: Props) {
  const target = sayDuration(seconds)
  const others = signs.filter(({ isFlagged }) => isFlagged !== true)
  const kind: CallFilter = { [by]: [group.key], ...days }
  const timed: CallFilter = { ...kind, counted: 'time_recorded' }
  return (
    <div className={classes['detail']}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl" verticalSpacing="md">
        <ShareNumber
          label={`Within ${target}`}
          share={group.within}
          what="finish within it"
          name="within"
          filter={timed}
        />
        <ShareNumber
          label="Of those, stay resolved"
          share={group.resolvedWithin}
          what="within the target"
          name="resolvedWithin"
          filter={{ ...timed, uptoSeconds: seconds }}
        />
        <ShareNumber
          label="Of the longer ones, stay resolved"
          share={group.resolvedBeyond}
          what="longer than the target"
          name="resolvedBeyond"
          filter={{ ...timed, beyondSeconds: seconds }}
        />
      </SimpleGrid>
      <TargetDistribution group={group} seconds={seconds} by={by} kind={kind} />
      {others.length > 0 && (
        <ul className={classes['quiet']}>
          {others.map((sign) => (
            <li key={sign.kind}>
              {keepTogether(sign.words)} <SignCalls sign={sign} kind={kind} name={group.name} />
            </li>
          ))}
        </ul>
      )}
      <p className={classes['soft']}>
        <NumbersLink anchor="near-the-target" of={`${group.name}, near the target`} />
      </p>
    </div>
  )
}

type ShareNumberProps = {
  label: string
  share: ShareReply
  what: string
  name: keyof typeof targetExplanations
  filter: CallFilter
}

const ShareNumber = ({ label, share, what, name, filter }: ShareNumberProps) => (
  <ExplainedNumber
    label={label}
    value={share.of === 0 ? 'not known' : sayPart(share)}
    restsOn={keepTogether(sayRestsOn(share, what))}
    explanation={targetExplanations[name]}
    calls={share.of > 0 && <CallsLink filter={filter} count={share.of} isOfCenter />}
  />
)

/** "5 of 40 finish within it; about 95 % sure of 5 – 26 %". */
function sayRestsOn(share: ShareReply, what: string): string {
  const reach = sayReach(share)
  if (share.of === 0) return `no call ${what}`
  const counts = `${sayCount(share.count)} of ${sayCount(share.of)} ${what}`
  return reach === null ? 'too few for a percentage' : `${counts}; about 95 % sure of ${reach}`
}
