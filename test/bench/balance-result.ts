import { type Yardstick } from './balance-compare.ts'
import { type Corrections, type Rebuilds } from './balance-changes.ts'
import { type Timing } from './balance-measure.ts'

/** Everything that was measured at one size. Seconds, but for questions and yardsticks. */
export type Result = {
  legs: number
  calls: number
  gigabytes: number
  loadSeconds: number
  /** Null where the sums were there already. */
  sumSeconds: number | null
  questions: Timing[]
  duckdb: string
  yardsticks: Yardstick[]
  rebuilds: Rebuilds
  corrections: Corrections
  /** The most memory the server had: summing everything up, answering, and at the end. */
  megabytes: { summing: number | null; answering: number; all: number }
  /** How busy the machine was on average in the last minute, before and after. */
  load: { before: number; after: number }
}
