import { basename } from 'node:path'
import { sayCdrMatch } from '../../shared/intake/say-cdr-match.ts'
import { type ImportResult } from '../intake/import-file.ts'
import { type Reading } from '../intake/reading.ts'

const number = (count: number) => count.toLocaleString('en')

/** What an import came to, for a terminal. */
export function reportOf(
  path: string,
  { counts, failure, warnings, match }: ImportResult,
  told: { refusedFile: string | null; seconds: number; reading: Reading },
): string {
  const { refusedFile, seconds, reading } = told
  const rate = Math.round(counts.read / Math.max(seconds, 0.001))
  const reasons = Object.entries({ ...counts.ignoredByRule, ...counts.refusedByReason })
  const by = reading.reader ?? reading.mapping?.name ?? 'a mapping'
  const lines = [
    `${basename(path)}: ${number(counts.read)} lines read by ${by} in ${seconds.toFixed(1)} s (${number(rate)} lines/s)`,
    `  accepted ${number(counts.accepted)}, unchanged ${number(counts.unchanged)}, superseded ${number(counts.superseded)}, joined ${number(counts.joined)}, ignored ${number(counts.ignored)}, refused ${number(counts.refused)}`,
    ...reasons.map(([reason, count]) => `    ${reason}: ${number(count)}`),
    ...(match ? sayCdrMatch(match) : []).map((sentence) => `  ${sentence}`),
    ...warnings.map((warning) => `  ${warning}`),
  ]
  if (refusedFile !== null) lines.push(`  Refused lines: ${refusedFile}`)
  if (failure !== null) lines.push(`  ${failure}`)
  return lines.join('\n')
}
