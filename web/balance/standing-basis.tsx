import { type Reps } from '../../shared/balance/contract.ts'
import { paths } from '../paths.ts'
import { Instant } from '../ui/instant.tsx'
import { TextLink } from '../ui/link.tsx'
import { sayCount } from '../ui/say-count.ts'
import { sayUtcDay } from '../ui/say-utc-day.ts'
import classes from './team.module.css'

type Props = Pick<Reps, 'version' | 'watermark' | 'from' | 'to' | 'daysWaiting' | 'measure'> & {
  /** Whether somebody chose the days; else they go as far as the measure is known. */
  isChosen?: boolean
}

/** Which calls a standing rests on, what they are compared with, and where that is explained. */
export function StandingBasis(props: Props) {
  const { version, watermark, daysWaiting } = props
  return (
    <p className={classes['soft']}>
      {sayDecided(props)}{' '}
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

/** Nothing of what is not compared. The 24 hours are known six days longer than the evaluated weeks have decided calls. */
function sayDecided({ version, from, to, measure, isChosen = false }: Props): string {
  if (version === null || from === null || to === null) return ''
  if (measure === 'return_24h' && !isChosen) {
    return `Calls from ${sayUtcDay(from)} on (UTC) whose 24 hours are over.`
  }
  return `Decided calls of ${sayUtcDay(from)} to ${sayUtcDay(to)} (UTC).`
}
