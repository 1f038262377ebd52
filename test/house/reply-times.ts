/** A place in a reply that gives a handle time alone. */
export type LonelyTime = { place: string; missing: string[] }

type Schema = {
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  patternProperties?: Record<string, Schema>
}

/** Seconds that a rep spent: of one leg, or of many together. */
const oneTime = /^(handle|talk|hold|wrap|acw|aht|duration)/i
const manyTimes = /(mean|median|low|high|sum|total|p\d\d).*seconds/i
const outcomeWords = /^(outcomes?|windowStatus)$/
const countWords = /^(count|calls|legs|of)$/

/**
 * Looks for handle times in a reply that are not accompanied (house invariant 4): one call's needs
 * its outcome beside it or above it, several calls' need their number too. What stands above a
 * list says nothing of the single items in it, unless the items are parts of one call.
 *
 * @param partsOfOneCall lists, by place, whose items share the outcome that stands above them
 */
export function lonelyTimes(
  reply: object,
  partsOfOneCall: ReadonlySet<string> = new Set(),
): LonelyTime[] {
  const found: LonelyTime[] = []
  const walk = (schema: Schema, place: string, beside: readonly string[]): void => {
    for (const each of schema.anyOf ?? []) walk(each, place, beside)
    if (schema.items) {
      const inList = `${place}[]`
      walk(schema.items, inList, partsOfOneCall.has(inList) ? beside : [])
    }
    for (const each of Object.values(schema.patternProperties ?? {})) walk(each, place, beside)
    const own = Object.keys(schema.properties ?? {})
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const at = place === '' ? name : `${place}.${name}`
      const around = [...beside, ...own]
      if (isLeaf(property)) note(name, at, around)
      walk(property, at, around)
    }
  }
  const note = (name: string, place: string, around: readonly string[]): void => {
    const isMany = manyTimes.test(name)
    if (!isMany && !oneTime.test(name)) return
    const missing = [
      ...(around.some((word) => outcomeWords.test(word)) ? [] : ['outcome']),
      ...(isMany && !around.some((word) => countWords.test(word)) ? ['count'] : []),
    ]
    if (missing.length > 0) found.push({ place, missing })
  }
  walk(reply, '', [])
  return found
}

const isLeaf = ({ properties, items, anyOf }: Schema): boolean =>
  properties === undefined && items === undefined && (anyOf?.every(isLeaf) ?? true)
