import { type Trend } from '../../shared/balance/contract.ts'
import { type TrendDrawing } from '../charts/trend.ts'
import { sayCount } from '../ui/say-count.ts'
import { sayUtcDay } from '../ui/say-utc-day.ts'
import { sayExcess, sayExpectedCount, saySigned } from './standing-say.ts'

type Week = Trend['weeks'][number]

const daysPerWeek = 7

/** A day so many days later. */
const daysAfter = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 'YYYY-MM-DD'.length)
}

/** The days of a week as a filter of calls, both included. */
export const daysOfWeek = ({ startsOn }: Pick<Week, 'startsOn'>) => ({
  from: startsOn,
  to: daysAfter(startsOn, daysPerWeek - 1),
})

/** Weeks one after another; one without any call stands empty between the others. */
export function withoutGaps(weeks: readonly Week[]): Week[] {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return []
  const found = new Map(weeks.map((week) => [week.startsOn, week]))
  const all: Week[] = []
  for (let day = first.startsOn; day <= last.startsOn; day = daysAfter(day, daysPerWeek)) {
    const isOpen = all.at(-1)?.isOpen ?? false
    all.push(found.get(day) ?? { ...nothingOn, startsOn: day, isOpen })
  }
  return all
}

const nothingOn = {
  ...{ mature: 0, resolved: 0, expected: 0, excessPerHundred: null, isOutside: false },
}

/** A trend as something to draw (METHOD 8, XmR). */
export const trendDrawing = ({ weeks, limits }: Pick<Trend, 'weeks' | 'limits'>): TrendDrawing => ({
  weeks: withoutGaps(weeks).map((week) => ({
    key: week.startsOn,
    tick: sayUtcDay(week.startsOn, 'short'),
    value: week.excessPerHundred,
    isOpen: week.isOpen,
    isOutside: week.isOutside,
    words: `${sayWeek(week)}.`,
  })),
  limits,
  say: (value) => saySigned(value, 0),
  xTitle: 'Week, by its Monday',
  yTitle: 'Resolved calls in 100, more or fewer than expected',
  names: { limit: 'how far weeks usually reach', open: 'not all known yet' },
})

/** One week in words: counts first, then what they come to, then what is special about it. */
export function sayWeek(week: Week): string {
  const counts = `${sayCount(week.resolved)} of ${sayCount(week.mature)} resolved, ${sayExpectedCount(week.expected)} expected`
  return [
    `Week of ${sayUtcDay(week.startsOn)}: ${week.mature === 0 ? 'no call decided' : counts}`,
    ...(week.excessPerHundred === null
      ? ['too few calls for a point']
      : [sayExcess(week.excessPerHundred)]),
    ...(week.isOpen ? ['not all outcomes are known yet, so it counts for no limit'] : []),
    ...(week.isOutside ? ['outside the limits: something was different'] : []),
  ].join('; ')
}

type Said = Pick<Trend, 'weeks' | 'limits'> & Partial<Pick<Trend, 'withheld'>>

/** What the whole trend says, before anybody reads a point. */
export function sayTrend({ weeks, limits, withheld }: Said): string {
  if (withheld) {
    const { have, need } = withheld
    return `No week is compared: it takes at least ${need} reps, and there ${have === 1 ? 'is 1' : `are ${have}`}.`
  }
  const points = weeks.filter(({ excessPerHundred }) => excessPerHundred !== null)
  if (points.length === 0) return 'No week has enough calls for a point yet.'
  if (limits === null) return 'Too few weeks yet to tell signal from noise.'
  const outside = points.filter(({ isOutside }) => isOutside).length
  if (outside === 0) return 'No week stands out: what differs from week to week is noise.'
  return outside === 1
    ? 'One week lies outside the limits: something was different.'
    : `${outside} weeks lie outside the limits: something was different.`
}
