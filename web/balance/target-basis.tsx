import { type Target } from '../../shared/balance/contract.ts'
import { Instant } from '../ui/instant.tsx'
import { sayUtcDay } from '../ui/say-utc-day.ts'
import classes from './target.module.css'

type Props = Pick<Target, 'watermark' | 'from' | 'to' | 'daysWaiting'>

/** Which calls an answer rests on. */
export function TargetBasis({ watermark, from, to, daysWaiting }: Props) {
  const days = from !== null && to !== null ? ` of ${sayUtcDay(from)} to ${sayUtcDay(to)}` : ''
  return (
    <p className={classes['basis']}>
      Calls{days} whose window is over.
      {watermark !== null && (
        <>
          {' '}
          Records are complete up to <Instant at={watermark} />.
        </>
      )}
      {daysWaiting > 0 &&
        ` ${daysWaiting} ${daysWaiting === 1 ? 'day is' : 'days are'} being worked out anew.`}
    </p>
  )
}
