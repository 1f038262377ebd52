import { sayCount } from '../ui/say-count.ts'

/** An expected count without digits it does not support: "about 295", "less than one". */
export function sayExpected(expected: number): string {
  if (expected < 0.5) return 'hardly any'
  return expected < 1 ? 'less than one' : `about ${sayCount(Math.round(expected))}`
}
