import { type Distribution } from '../../shared/balance/contract.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { type DistributionDrawing } from '../charts/distribution.ts'
import { sayCount } from '../ui/say-count.ts'
import { sayPart } from './target-share.ts'

type Step = Distribution['steps'][number]
type Part = keyof Step['outcomes']

/** From the axis upwards. */
export const distributionParts = [
  { key: 'resolved', label: 'Resolved', look: 'full', colour: 'var(--outcome-resolved)' },
  {
    key: 'notResolved',
    label: 'Not resolved',
    look: 'outlined',
    colour: 'var(--outcome-not-resolved)',
  },
  { key: 'handedOn', label: 'Handed on', look: 'dotted', colour: 'var(--ws-ink-soft)' },
  { key: 'open', label: 'Outcome pending', look: 'hatched', colour: 'var(--outcome-open)' },
] as const satisfies readonly { key: Part; [fact: string]: unknown }[]

const minute = 60
/** Between ticks: a minute, or as many as keep them few. */
const tickSteps = [0.5, 1, 2, 5, 10, 15, 20, 30, 60].map((minutes) => minutes * minute)
const ticksMost = 8

/** How long calls of one kind took, stacked by what became of them, with the target across. */
export function distributionDrawing(
  { steps, stepSeconds }: Pick<Distribution, 'steps' | 'stepSeconds'>,
  target: { seconds: number; within: TargetGroup['within'] },
): DistributionDrawing {
  const lastFrom = steps.at(-1)?.fromSeconds ?? 0
  const end = lastFrom + stepSeconds
  return {
    parts: distributionParts,
    columns: steps.map((step) => ({
      key: String(step.fromSeconds),
      from: step.fromSeconds,
      to: step.fromSeconds + stepSeconds,
      counts: distributionParts.map(({ key }) => step.outcomes[key]),
      words: `${sayStep(step, stepSeconds, lastFrom)}: ${sayOutcomes(step)}.`,
    })),
    line: { at: Math.min(target.seconds, end), label: sayLine(target, end) },
    ticks: timeTicks(lastFrom),
    say: (seconds) => `${seconds / minute}${seconds === lastFrom ? '+' : ''}`,
    xTitle: 'handle time in minutes',
    yTitle: 'calls',
  }
}

/** Round minutes up to where the last step begins, which holds everything longer. */
export function timeTicks(lastFrom: number): number[] {
  if (lastFrom === 0) return [0]
  const step = tickSteps.find((one) => lastFrom / one <= ticksMost) ?? lastFrom
  const round = Array.from({ length: Math.ceil(lastFrom / step) }, (_, place) => place * step)
  return [...round.filter((tick) => lastFrom - tick > step / 2), lastFrom]
}

/** The times of one step: "2 min 30 s to 3 min", "30 min or longer". */
export function sayStep({ fromSeconds }: Step, stepSeconds: number, lastFrom: number): string {
  const from = sayDuration(fromSeconds)
  if (fromSeconds === lastFrom) return `${from} or longer`
  const to = sayDuration(fromSeconds + stepSeconds)
  return fromSeconds === 0 ? `under ${to}` : `${from} to ${to}`
}

function sayOutcomes({ outcomes }: Step): string {
  const total = distributionParts.reduce((sum, { key }) => sum + outcomes[key], 0)
  if (total === 0) return 'no call'
  const said = distributionParts
    .filter(({ key }) => outcomes[key] > 0)
    .map(({ key, label }) => `${sayCount(outcomes[key])} ${label.toLowerCase()}`)
  return `${sayCount(total)} ${total === 1 ? 'call' : 'calls'}, ${said.join(', ')}`
}

function sayLine(
  { seconds, within }: { seconds: number; within: TargetGroup['within'] },
  end: number,
) {
  const target = sayDuration(seconds)
  const place = seconds > end ? `${target} (further right)` : target
  return within.of === 0 ? place : `${place}: ${sayPart(within)} finish within it`
}

/** Rows of the same numbers for who reads a table rather than a drawing. */
export function distributionRows({
  steps,
  stepSeconds,
}: Pick<Distribution, 'steps' | 'stepSeconds'>): { label: string; counts: number[] }[] {
  const lastFrom = steps.at(-1)?.fromSeconds ?? 0
  return steps.map((step) => ({
    label: sayStep(step, stepSeconds, lastFrom),
    counts: distributionParts.map(({ key }) => step.outcomes[key]),
  }))
}
