import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Target } from '../../shared/balance/contract.ts'
import { type TargetGrouping } from '../../shared/balance/words.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { Empty } from '../ui/empty.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import classes from './target.module.css'
import { listDays } from './list-days.ts'
import { TargetGroup } from './target-group.tsx'
import { sayTargetSpread } from './target-say.ts'
import { orderTargetGroups } from './target-signs.ts'

/** Kinds of calls shown until more are asked for. */
const shownLimit = 12

type Props = {
  target: Target
  by: TargetGrouping
  openKey: string | null
  onOpen: (key: string | null) => void
}

/** What the target means for each queue or issue, those with something to look at first. */
export function TargetList({ target, by, openKey, onOpen }: Props) {
  const [isWhole, setIsWhole] = useState(false)
  const groups = orderTargetGroups(target.groups)
  if (groups.length === 0) return <NothingMature />
  const openPlace = groups.findIndex(({ key }) => key === openKey)
  const spread = sayTargetSpread(groups, target.seconds)
  const shown = isWhole ? groups : groups.slice(0, Math.max(shownLimit, openPlace + 1))
  return (
    <>
      {spread !== null && <p className={classes['spread']}>{keepTogether(spread)}</p>}
      <ol
        className={classes['groups']}
        aria-label={`What ${sayDuration(target.seconds)} would mean`}
      >
        {shown.map((group) => (
          <TargetGroup
            key={group.key}
            group={group}
            seconds={target.seconds}
            by={by}
            days={listDays(target)}
            isOpen={group.key === openKey}
            onToggle={() => {
              onOpen(group.key === openKey ? null : group.key)
            }}
          />
        ))}
      </ol>
      {shown.length < groups.length && (
        <Button
          variant="default"
          mt="md"
          onClick={() => {
            setIsWhole(true)
          }}
        >
          Show all {sayCount(groups.length)}
        </Button>
      )}
    </>
  )
}

const NothingMature = () => (
  <Empty title="No call is old enough yet" order={3}>
    <p>
      What became of a call is known seven days after it began, if the records are complete up to
      then. From that day on it is counted here.
    </p>
  </Empty>
)
