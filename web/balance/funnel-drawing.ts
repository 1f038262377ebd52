import { funnelLimits } from '../../shared/balance/funnel-limits.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { z95 } from '../../shared/measure/z-score.ts'
import { type FunnelDrawing, type FunnelMark } from '../charts/funnel.ts'
import { countTicks } from '../charts/funnel-domain.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { sayCount } from '../ui/say-count.ts'
import { standingLooks } from './standing-look.ts'
import { sayExcess, sayLabel, sayResolvedAndExpected } from './standing-say.ts'

/** Enough for a smooth curve. */
const curvePoints = 80
/** Above this much overdispersion the drawing says that chance is not all (METHOD 3.4). */
const overdispersedFrom = 3

type Given = {
  reps: readonly RepStanding[]
  measure: Measure
  hrefOf: (repId: number) => string
}

/** Every rep's distance from what is expected, with the limits of chance (METHOD 3.5). */
export function funnelDrawing(given: Given): FunnelDrawing {
  const marks = given.reps.flatMap((standing) => markOf(standing, given) ?? [])
  return { marks, curve: curveOf(marks) }
}

/** Calls in a hundred are said of ten calls at least. */
export const hasFunnel = ({ funnel, mature }: RepStanding): boolean =>
  funnel !== null && mature >= percentageNeeds

function markOf(standing: RepStanding, { measure, hrefOf }: Given): FunnelMark | null {
  const { rep, funnel, mature, label, moreNeeded } = standing
  if (funnel === null || !hasFunnel(standing)) return null
  const { excessPerHundred, within95, within998 } = funnel
  return {
    key: String(rep.id),
    name: rep.name,
    count: mature,
    value: excessPerHundred,
    within95,
    within998,
    look: standingLooks[label].look,
    colour: standingLooks[label].colour,
    words: keepTogether(
      `${rep.name}: ${sayLabel(label, moreNeeded)}. ${sayResolvedAndExpected(standing, measure)}, of ${sayCount(mature)} calls; ${sayExcess(excessPerHundred)}, and chance alone reaches ${Math.round(within95)} in 100 either way. Enter leads to the numbers.`,
    ),
    href: hrefOf(rep.id),
  }
}

/** The limits of a rep with the average mix; closer points where they bend, among few calls. */
function curveOf(marks: readonly FunnelMark[]): FunnelDrawing['curve'] {
  const legs = marks.reduce((sum, { count }) => sum + count, 0)
  if (legs === 0) return []
  const variance = marks.reduce((sum, mark) => sum + varianceOf(mark), 0) / legs
  const most = countTicks({ marks }).at(-1) ?? 0
  return Array.from({ length: curvePoints }, (_, place) => {
    const count = Math.max(most * ((place + 1) / curvePoints) ** 2, 1)
    const limits = funnelLimits({ legs: count, variance: variance * count })
    return {
      count,
      within95: limits?.within95.high ?? 0,
      within998: limits?.within998.high ?? 0,
    }
  })
}

/** V of the rep's calls, read back from where their limit lies: 1.96 · 100 √V / n. */
const varianceOf = ({ count, within95 }: FunnelMark) => ((within95 * count) / (100 * z95)) ** 2

/** Said under the funnel where reps differ by more than chance and the known mix explain. */
export const isOverdispersed = (phi: number | null): boolean =>
  phi !== null && phi > overdispersedFrom
