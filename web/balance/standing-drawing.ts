import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { usualReach } from '../../shared/balance/usual-reach.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { type TimeOutcomeDrawing, type TimeOutcomeMark } from '../charts/time-outcome.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { standingLooks } from './standing-look.ts'
import {
  hasRate,
  sayLabel,
  sayPercent,
  sayPercentInterval,
  sayResolvedAndExpected,
  sayTimeIndex,
} from './standing-say.ts'

/** With fewer, how far times usually differ between reps can't be told. */
const repsForOrdinaryTime = 5

type Given = {
  reps: readonly RepStanding[]
  usualRate: number | null
  /** How much reps differ beyond chance, in log-odds. */
  tau: number
  measure: Measure
  hrefOf: (repId: number) => string
}

/** Reps beside each other, outcome by time (METHOD 8). Who has no place on it is named in words. */
export function standingDrawing(given: Given): TimeOutcomeDrawing {
  const marks = given.reps.flatMap((standing) => markOf(standing, given) ?? [])
  return { marks, usualRate: given.usualRate, ordinary: ordinaryOf(marks, given) }
}

/** Both axes need ten calls at least; a rep with fewer is not drawn. */
export const isPlaced = (standing: RepStanding): boolean =>
  hasRate(standing) && (standing.timeIndex?.legs ?? 0) >= percentageNeeds

function markOf(standing: RepStanding, given: Given): TimeOutcomeMark | null {
  const { rep, standardizedRate, timeIndex, label, moreNeeded } = standing
  if (!isPlaced(standing) || standardizedRate === null || timeIndex === null) return null
  const rate = `${sayPercent(standardizedRate.value)} on the common mix (${sayPercentInterval(standardizedRate)})`
  const time = `takes ${sayTimeIndex(timeIndex.value)} on the same kinds of calls`
  return {
    key: String(rep.id),
    name: rep.name,
    time: {
      at: Math.log2(timeIndex.value),
      low: Math.log2(timeIndex.low),
      high: Math.log2(timeIndex.high),
    },
    rate: { at: standardizedRate.value, low: standardizedRate.low, high: standardizedRate.high },
    look: standingLooks[label].look,
    colour: standingLooks[label].colour,
    words: keepTogether(
      `${rep.name}: ${sayLabel(label, moreNeeded)}. ${sayResolvedAndExpected(standing, given.measure)}; ${rate}; ${time}. Enter leads to the numbers.`,
    ),
    href: given.hrefOf(rep.id),
  }
}

/**
 * Where about two of three reps stand: outcomes by τ around the usual, times by how far the reps
 * drawn differ from 1. Nothing is done to who stands outside.
 */
function ordinaryOf(
  marks: readonly TimeOutcomeMark[],
  { usualRate, tau }: Given,
): TimeOutcomeDrawing['ordinary'] {
  const rate = usualRate === null ? null : usualReach(usualRate, tau)
  return rate && { time: ordinaryTime(marks.map(({ time }) => time.at)), rate }
}

function ordinaryTime(doublings: readonly number[]): { low: number; high: number } | null {
  if (doublings.length < repsForOrdinaryTime) return null
  const squares = doublings.reduce((sum, one) => sum + one * one, 0)
  const spread = Math.sqrt(squares / doublings.length)
  return { low: -spread, high: spread }
}
