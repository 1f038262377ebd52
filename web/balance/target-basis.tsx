import { type Target } from '../../shared/balance/contract.ts'
import { Instant } from '../ui/instant.tsx'
import { sayUtcDay } from '../ui/say-utc-day.ts'
import { NumbersLink } from './numbers-link.tsx'
import classes from './target.module.css'

type Props = Pick<Target, 'watermark' | 'from' | 'to' | 'daysWaiting'> & {
  /** Of some days to some others, or from a day on as far as each number is known. */
  isOpenEnded?: boolean
  /** The entry in the page about all numbers, and what they are numbers of. */
  anchor: string
  of: string
}

/** Which calls an answer rests on, whose they are, and where that is explained. */
export function TargetBasis(props: Props) {
  const { watermark, daysWaiting, anchor, of } = props
  return (
    <p className={classes['basis']}>
      {sayDays(props)}
      {watermark !== null && (
        <>
          {' '}
          Records are complete up to <Instant at={watermark} />.
        </>
      )}
      {daysWaiting > 0 &&
        ` ${daysWaiting} ${daysWaiting === 1 ? 'day is' : 'days are'} being worked out anew.`}{' '}
      <NumbersLink anchor={anchor} of={of} />
    </p>
  )
}

function sayDays({ from, to, isOpenEnded = false }: Props): string {
  if (from === null || to === null) return 'Calls of the whole center.'
  return isOpenEnded
    ? `Calls of the whole center from ${sayUtcDay(from)} on (UTC), each sign as far as it can be known.`
    : `Calls of the whole center of ${sayUtcDay(from)} to ${sayUtcDay(to)} (UTC) whose window is over.`
}
