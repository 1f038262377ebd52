import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { type Recognition } from '../../../shared/intake/recognition.ts'
import { columnKey } from '../mapping/mapping-desk.ts'
import { type Preset } from '../presets/preset.ts'
import { columnsIn } from './columns-read.ts'
import { fitMapping } from './fit-mapping.ts'

/** A file that has less of a preset's columns than this is something else. */
const hitRateLeast = 0.7

/** The preset that fits a file's columns best, if one does. */
export function presetFor(
  said: Omit<Recognition, 'kind' | 'title'>,
  presets: readonly Preset[],
): Recognition | null {
  const judged = presets
    .map((preset) => judge(preset, said.columns))
    .filter(({ fitted, hitRate }) => fitted !== null && hitRate >= hitRateLeast)
    .sort((a, b) => b.hitRate - a.hitRate || b.found - a.found)
  const [best] = judged
  if (!best?.fitted) return null
  const { preset, hitRate, missing } = best
  const delimiter = said.delimiter ?? best.fitted.file.delimiter
  return {
    ...said,
    ...{ kind: 'preset', name: preset.name, title: preset.title, missing },
    confidence: Math.round(hitRate * 100) / 100,
    needsTimeZone: preset.needsTimeZone,
    mapping: { ...best.fitted, file: { ...best.fitted.file, delimiter } },
    warnings: [...said.warnings, ...preset.cautions],
  }
}

function judge(preset: Preset, columns: readonly string[]) {
  const whole: ColumnMapping = { ...preset.mapping, source: preset.name }
  const { mapping, found, missing } = fitMapping(whole, columns)
  const others = otherNames(whole, new Set(found.map(columnKey)))
  const lacking = missing.filter((column) => !others.has(columnKey(column)))
  const hitRate = found.length / (found.length + lacking.length)
  return { preset, fitted: mapping, hitRate, found: found.length, missing: lacking }
}

/** Columns that aren't missed, because the file has the same under another name that is listed. */
function otherNames(part: unknown, found: ReadonlySet<string>): Set<string> {
  if (typeof part !== 'object' || part === null) return new Set()
  const within = Object.values(part).flatMap((inner) => [...otherNames(inner, found)])
  if (!('firstOf' in part) || !Array.isArray(part.firstOf)) return new Set(within)
  const names = part.firstOf.map((each) => columnsIn(each).map(columnKey))
  const isThere = names.some((keys) => keys.length > 0 && keys.every((key) => found.has(key)))
  return new Set(isThere ? [...within, ...names.flat()] : within)
}
