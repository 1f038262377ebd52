import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { isCountry } from '../caller-number.ts'
import { cellCleaner } from './clean-cell.ts'
import { type Row } from './draft.ts'
import { fieldSteps, type FieldStep, placeInMapping } from './field-steps.ts'
import { columnKey, type MappingDesk } from './mapping-desk.ts'
import { orderSteps } from './order-steps.ts'
import { patternOf } from './pattern.ts'
import { rowTests } from './row-tests.ts'

/** A mapping turned into functions; the columns are those the desk was asked for. */
export type MappingPlan = {
  /** One for each of the desk's columns, in their order. */
  cleaners: ((cell: string) => string | null)[]
  ignore: { rule: string; holds: (row: Row) => boolean }[]
  steps: FieldStep[]
}

/** Compiles a mapping; what is wrong with it is reported at the desk, all of it at once. */
export function planMapping(mapping: ColumnMapping, desk: MappingDesk): MappingPlan {
  const ignore = (mapping.ignore ?? []).map(({ rule, when }, place) => ({
    rule,
    holds: rowTests(when, `ignore.${place}.when`, desk),
  }))
  for (const [place, { rule }] of ignore.entries()) {
    if (ignore.findIndex((other) => other.rule === rule) !== place) {
      desk.report(`ignore.${place}.rule`, `is "${rule}" a second time; give each rule its own name`)
    }
  }
  const steps = fieldSteps(mapping, desk)
  const filled = new Set(steps.map(({ field }) => field))
  for (const { field, needs } of steps) {
    for (const need of needs) {
      if (filled.has(need)) continue
      desk.report(
        placeInMapping(field),
        `counts from ${need}, which the mapping doesn't fill; map it`,
      )
    }
  }
  const { order, circle } = orderSteps(steps)
  if (circle?.[0]) {
    desk.report(placeInMapping(circle[0]), `is derived from itself: ${circle.join(' from ')}`)
  }
  const named = (mapping.file.columns ?? []).map(columnKey)
  for (const [place, key] of named.entries()) {
    if (named.indexOf(key) !== place) {
      desk.report(`file.columns.${place}`, 'is named twice; give each column its own name')
    }
  }
  const { country } = mapping
  if (country !== undefined && !isCountry(country)) {
    desk.report(
      'country',
      `is "${country}", which is no country with phone numbers; use a code such as DE`,
    )
  }
  const csat = mapping.call.csat
  if (csat && csat.min >= csat.max) desk.report('call.csat.max', 'must be greater than min')
  return { cleaners: cleanersOf(mapping, desk), ignore, steps: order }
}

function cleanersOf(mapping: ColumnMapping, desk: MappingDesk): MappingPlan['cleaners'] {
  const everywhere = {
    nulls: mapping.nulls ?? [],
    patterns: (mapping.nullPatterns ?? []).map((pattern, place) =>
      patternOf(pattern, `nullPatterns.${place}`, desk),
    ),
  }
  const read = new Set(desk.columns().map(columnKey))
  const cleanings = new Map<string, ReturnType<typeof cellCleaner>>()
  for (const [column, cleaning] of Object.entries(mapping.columns ?? {})) {
    const key = columnKey(column)
    const field = `columns.${column}`
    if (cleanings.has(key)) desk.report(field, 'is described twice; keep one of the two')
    if (!read.has(key)) {
      desk.report(field, 'is described and never read; correct its name or remove it')
    }
    cleanings.set(key, cellCleaner(everywhere, cleaning, field, desk))
  }
  const plain = cellCleaner(everywhere, {}, 'columns', desk)
  return desk.columns().map((column) => cleanings.get(columnKey(column)) ?? plain)
}
