import {
  detectorGroupings,
  targetGroupings,
  type DetectorGrouping,
  type TargetGrouping,
} from '../../shared/balance/words.ts'

/** What the address of the page keeps; what is left out is as usual. */
export type TargetSearch = {
  seconds?: number
  by?: TargetGrouping
  /** The group whose distribution is open. */
  group?: string
  signs?: DetectorGrouping
}

/** The target the question is asked with until somebody chooses another. */
export const usualTargetSeconds = 180
/** What the question takes (shared/balance/contract.ts). */
export const targetSecondsLeast = 10
export const targetSecondsMost = 14_400
const keyLengthLimit = 200

/** Reads the search of an address. Anybody may have typed it, so what makes no sense is left out. */
export function readTargetSearch(search: Readonly<Record<string, unknown>>): TargetSearch {
  const seconds = secondsOf(search['seconds'])
  const by = targetGroupings.find((word) => word === search['by'])
  const signs = detectorGroupings.find((word) => word === search['signs'])
  const group = search['group']
  return {
    ...(seconds !== null && { seconds }),
    ...(by !== undefined && { by }),
    ...(typeof group === 'string' && group.length <= keyLengthLimit && { group }),
    ...(signs !== undefined && { signs }),
  }
}

/** Is this a target that can be asked about? */
export const isTarget = (seconds: number): boolean =>
  Number.isInteger(seconds) && seconds >= targetSecondsLeast && seconds <= targetSecondsMost

function secondsOf(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const seconds = value === '' ? NaN : Number(value)
  return isTarget(seconds) ? seconds : null
}
