/**
 * What everyone but one rep did: all sums minus the rep's own, name by name. The sums are
 * integers, so the subtraction is exact and a rep's own calls cannot move what is expected of
 * them. Example: { legs: 14 } without { legs: 6 } is { legs: 8 }. Source: METHOD 2.3.
 */
export function others<Sums extends Readonly<Record<string, number>>>(
  all: Sums,
  own: Sums | undefined,
): Sums {
  if (own === undefined) return all
  const left = Object.entries(all).map(([name, sum]) => [name, sum - (own[name] ?? 0)] as const)
  return Object.fromEntries(left) as Sums
}
