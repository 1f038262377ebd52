import { SimpleGrid } from '@mantine/core'
import { type ReactNode } from 'react'
import { type ShareReply } from '../../shared/balance/basis.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { type TargetGrouping } from '../../shared/balance/words.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { paths } from '../paths.ts'
import { ExplainedNumber } from '../ui/explained-number.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { TextLink } from '../ui/link.tsx'
import { sayCount } from '../ui/say-count.ts'
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
}

/** The numbers behind the words, how long the calls took, and the way to them. */
export function TargetDetail({ group, seconds, by, signs }: Props) {
  const target = sayDuration(seconds)
  const others = signs.filter(({ isFlagged }) => isFlagged !== true)
  const calls = (
    <TextLink to={paths.calls} search={{ [by]: [group.key] }}>
      Show these calls
    </TextLink>
  )
  return (
    <div className={classes['detail']}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl" verticalSpacing="md">
        <ShareNumber
          label={`Within ${target}`}
          share={group.within}
          what="finish within it"
          name="within"
          calls={calls}
        />
        <ShareNumber
          label="Of those, stay resolved"
          share={group.resolvedWithin}
          what="within the target"
          name="resolvedWithin"
          calls={calls}
        />
        <ShareNumber
          label="Of the longer ones, stay resolved"
          share={group.resolvedBeyond}
          what="longer than the target"
          name="resolvedBeyond"
          calls={calls}
        />
      </SimpleGrid>
      <TargetDistribution group={group} seconds={seconds} by={by} />
      {others.length > 0 && (
        <ul className={classes['quiet']}>
          {others.map(({ kind, words }) => (
            <li key={kind}>{keepTogether(words)}</li>
          ))}
        </ul>
      )}
      <p>{calls}</p>
    </div>
  )
}

type ShareNumberProps = {
  label: string
  share: ShareReply
  what: string
  name: keyof typeof targetExplanations
  calls: ReactNode
}

const ShareNumber = ({ label, share, what, name, calls }: ShareNumberProps) => (
  <ExplainedNumber
    label={label}
    value={share.of === 0 ? 'not known' : sayPart(share)}
    restsOn={keepTogether(sayRestsOn(share, what))}
    explanation={targetExplanations[name]}
    calls={calls}
  />
)

/** "5 of 40 finish within it; about 95 % sure of 5 – 26 %". */
function sayRestsOn(share: ShareReply, what: string): string {
  const reach = sayReach(share)
  if (share.of === 0) return `no call ${what}`
  const counts = `${sayCount(share.count)} of ${sayCount(share.of)} ${what}`
  return reach === null ? 'too few for a percentage' : `${counts}; about 95 % sure of ${reach}`
}
