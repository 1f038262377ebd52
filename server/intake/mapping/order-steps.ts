import { type FieldName } from './draft.ts'

type Ordered = { field: FieldName; needs: readonly FieldName[] }

/**
 * Puts each field after the fields it is derived from, otherwise in the order given.
 *
 * @returns the order, or the fields of a circle that leaves none to begin with
 */
export function orderSteps<S extends Ordered>(
  steps: readonly S[],
): { order: S[]; circle: FieldName[] | null } {
  const byField = new Map(steps.map((step) => [step.field, step]))
  const order: S[] = []
  const done = new Set<S>()
  const path: FieldName[] = []

  const visit = (step: S): FieldName[] | null => {
    if (done.has(step)) return null
    const before = path.indexOf(step.field)
    if (before !== -1) return [...path.slice(before), step.field]
    path.push(step.field)
    for (const need of step.needs) {
      const needed = byField.get(need)
      const circle = needed ? visit(needed) : null
      if (circle) return circle
    }
    path.pop()
    done.add(step)
    order.push(step)
    return null
  }
  for (const step of steps) {
    const circle = visit(step)
    if (circle) return { order, circle }
  }
  return { order, circle: null }
}
