import { type Standing } from './standing.ts'

/**
 * How many more calls of a hundred were resolved than colleagues would have had? 100 (O - E) / n:
 * the height of a point in the funnel, and a week's point of a trend. Null without legs.
 * Example: 91 resolved, 72 expected of 120: 15.8. Source: METHOD 3.5 and 8.
 */
export function excessPerHundred({
  legs,
  resolved,
  expected,
}: Pick<Standing, 'legs' | 'resolved' | 'expected'>): number | null {
  return legs === 0 ? null : (100 * (resolved - expected)) / legs
}
