import { type OutcomesInTime } from '../../shared/balance/contract.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { type StayingDay } from '../charts/staying.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import { sayPercent, sayPercentInterval } from './standing-say.ts'

/** The days a curve is drawn for: up to the first on which fewer than ten calls are watched. */
export function curveDays(curve: OutcomesInTime['curve']): StayingDay[] {
  const end = curve.findIndex(({ atRisk }) => atRisk < percentageNeeds)
  const enough = end < 0 ? curve : curve.slice(0, end)
  return enough.map(({ day, share, low, high, atRisk, returns }) => ({
    day,
    share,
    low,
    high,
    words: keepTogether(
      `By the end of day ${day}: ${sayPercent(share)} without a return (about 95 % sure of ${sayPercentInterval({ low, high })}). ${sayCount(returns)} came back on that day, of ${sayCount(atRisk)} watched so long.`,
    ),
  }))
}
