/**
 * The sum of floating-point numbers, rounded once: the order of the values cannot show in the
 * result, so a rep's numbers have the same bits however the calls arrived.
 * Shewchuk's method: `parts` always add up to the exact sum and do not overlap.
 * Example: exactSum([1e100, 1, -1e100]) = 1, where plain addition gives 0.
 * Values must be finite, and so must their sum.
 */
export function exactSum(values: Iterable<number>): number {
  const parts: number[] = []
  for (const value of values) {
    let carried = value
    let kept = 0
    for (const part of parts) {
      const sum = carried + part
      const rest = roundingError(carried, part, sum)
      // Never beyond the part at hand, so what is still to be read is not written over.
      if (rest !== 0) parts[kept++] = rest
      carried = sum
    }
    parts.length = kept
    parts.push(carried)
  }
  return roundOnce(parts)
}

/** What `sum` = `a` + `b` lost to rounding, exactly. */
function roundingError(a: number, b: number, sum: number): number {
  return Math.abs(a) < Math.abs(b) ? a - (sum - b) : b - (sum - a)
}

/** Adds the parts from the largest down; stops at the first that no longer fits. */
function roundOnce(parts: number[]): number {
  let sum = parts.pop() ?? 0
  let rest = 0
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const next = sum + part
    rest = part - (next - sum)
    sum = next
    if (rest !== 0) break
  }
  // Exactly half way between two floats, the smaller parts decide the direction.
  const below = parts.pop() ?? 0
  const doubled = rest * 2
  const tieBroken = sum + doubled
  return Math.sign(rest) * Math.sign(below) > 0 && tieBroken - sum === doubled ? tieBroken : sum
}
