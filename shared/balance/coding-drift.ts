import { chiSquareUpperTail } from '../measure/chi-square-upper-tail.ts'

/** How often one rep typed one code for calls of one issue. */
export type CodeCount = { issue: string; rep: number; code: string; legs: number }

export type CodingDrift = { g: number; degrees: number; probability: number }

/**
 * Do reps type different codes for calls the system takes for the same issue? D8, for a queue or
 * team: G = 2 Σ O ln(O / E) over reps × codes within each issue, E from the issue's margins, with
 * (reps - 1)(codes - 1) degrees of freedom each. Null where no issue has two reps and two codes.
 * Example: one issue, codes 30/10 and 10/30: G 20.93 on 1 degree. Source: METHOD 7, D8.
 */
export function codingDrift(counts: readonly CodeCount[]): CodingDrift | null {
  const issues = new Set(counts.map(({ issue }) => issue))
  let g = 0
  let degrees = 0
  for (const issue of issues) {
    const own = counts.filter((count) => count.issue === issue)
    const byRep = totals(own, ({ rep }) => String(rep))
    const byCode = totals(own, ({ code }) => code)
    if (byRep.size < 2 || byCode.size < 2) continue
    const all = own.reduce((sum, { legs }) => sum + legs, 0)
    for (const { rep, code, legs } of own) {
      const expected = ((byRep.get(String(rep)) ?? 0) * (byCode.get(code) ?? 0)) / all
      if (legs > 0) g += 2 * legs * Math.log(legs / expected)
    }
    degrees += (byRep.size - 1) * (byCode.size - 1)
  }
  if (degrees === 0) return null
  return { g, degrees, probability: chiSquareUpperTail(g, degrees) }
}

function totals(counts: readonly CodeCount[], of: (count: CodeCount) => string) {
  const sums = new Map<string, number>()
  for (const count of counts) sums.set(of(count), (sums.get(of(count)) ?? 0) + count.legs)
  return sums
}
