import { type Recognition } from '../../shared/balance/contract.ts'

/** Recognitions under the week in which each was decided, in the order in which they came. */
export function recognitionsByWeek(
  items: readonly Recognition[],
): { week: string; items: Recognition[] }[] {
  const weeks = new Map<string, Recognition[]>()
  for (const item of items) weeks.set(item.week, [...(weeks.get(item.week) ?? []), item])
  return [...weeks].map(([week, found]) => ({ week, items: found }))
}
