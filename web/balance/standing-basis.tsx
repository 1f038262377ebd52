import { type Reps } from '../../shared/balance/contract.ts'
import { paths } from '../paths.ts'
import { Instant } from '../ui/instant.tsx'
import { TextLink } from '../ui/link.tsx'
import { sayCount } from '../ui/say-count.ts'
import { sayUtcDay } from '../ui/say-utc-day.ts'
import classes from './team.module.css'

type Props = Pick<Reps, 'version' | 'watermark' | 'from' | 'to' | 'daysWaiting'>

/** Which calls a standing rests on, what they are compared with, and where that is explained. */
export function StandingBasis({ version, watermark, from, to, daysWaiting }: Props) {
  return (
    <p className={classes['soft']}>
      {from !== null && to !== null && (
        <>
          Decided calls of {sayUtcDay(from)} to {sayUtcDay(to)} (UTC).{' '}
        </>
      )}
      {watermark !== null && (
        <>
          Records are complete up to <Instant at={watermark} />.{' '}
        </>
      )}
      {version !== null && <>Compared with version {sayCount(version)} of the reference. </>}
      {daysWaiting > 0 && (
        <>
          {sayCount(daysWaiting)} {daysWaiting === 1 ? 'day is' : 'days are'} being worked out
          anew.{' '}
        </>
      )}
      <TextLink to={paths.numbers} hash="standing" inherit>
        How these numbers come about
      </TextLink>
    </p>
  )
}
