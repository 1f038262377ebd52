import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { columnKey } from '../mapping/mapping-desk.ts'
import { columnsIn, columnsRead } from './columns-read.ts'

/** A mapping as far as a file has its columns. */
export type FittedMapping = {
  /** Null where the file lacks what every record needs. */
  mapping: ColumnMapping | null
  /** Columns the mapping reads that the file has, and that it lacks. */
  found: string[]
  missing: string[]
}

/** Fields of the call or of the leg with their sources. */
type Fields = Record<string, unknown>
type Source = Record<string, unknown>

const neededFields = ['externalId', 'startedAt', 'direction']
/** Several sources under one name. */
const groups = ['disposition', 'csat']

/**
 * Takes out of a mapping what reads columns that a file doesn't have: the columns of many exports
 * are chosen by whoever makes them. Fields that are counted from one that is gone go with it.
 *
 * @param columns the file's, in any case
 */
export function fitMapping(mapping: ColumnMapping, columns: readonly string[]): FittedMapping {
  const present = new Set(columns.map(columnKey))
  const wanted = columnsRead(mapping)
  const has = (column: string) => present.has(columnKey(column))
  const found = wanted.filter(has)
  const missing = wanted.filter((column) => !has(column))
  if (missing.length === 0) return { mapping, found, missing }

  const isReadable = (part: unknown): boolean => columnsIn(part).every(has)
  const { call, leg, ignore, ...rest } = mapping
  const spoken = leg && isReadable([leg.when, leg.unless]) ? leg : {}
  const fitted = dropUncounted(fieldsBy(call, isReadable), fieldsBy(spoken, isReadable))
  if (neededFields.some((field) => !(field in fitted.call)))
    return { mapping: null, found, missing }
  const rules = (ignore ?? []).filter(isReadable)
  const whole = {
    ...rest,
    ...(rules.length > 0 ? { ignore: rules } : {}),
    call: fitted.call,
    ...('rep' in fitted.leg ? { leg: fitted.leg } : {}),
  } as unknown as ColumnMapping
  return { mapping: withCleaningOf(whole), found, missing }
}

/** Only columns that are read may be cleaned. */
function withCleaningOf({ columns, ...mapping }: ColumnMapping): ColumnMapping {
  const read = new Set(columnsRead(mapping).map(columnKey))
  const kept = Object.entries(columns ?? {}).filter(([name]) => read.has(columnKey(name)))
  return kept.length > 0 ? { ...mapping, columns: Object.fromEntries(kept) } : mapping
}

/** The fields whose sources keep to a rule, each with those of its sources that do. */
function fieldsBy(fields: Fields, keeps: (part: unknown) => boolean): Fields {
  const kept: Fields = {}
  for (const [field, source] of Object.entries(fields)) {
    const fit = groups.includes(field)
      ? groupBy(source as Source, keeps)
      : sourceBy(source as Source, keeps)
    if (fit !== null) kept[field] = fit
  }
  return kept
}

function groupBy(group: Source, keeps: (part: unknown) => boolean): Source | null {
  const isSource = (value: unknown) => typeof value === 'object'
  const kept = fieldsBy(
    Object.fromEntries(Object.entries(group).filter(([, value]) => isSource(value))),
    keeps,
  )
  const plain = Object.entries(group).filter(([, value]) => !isSource(value))
  return Object.keys(kept).length > 0 ? { ...Object.fromEntries(plain), ...kept } : null
}

/** A list of which one source is left is that source. */
function sourceBy(source: Source, keeps: (part: unknown) => boolean): unknown {
  const { firstOf } = source
  if (!Array.isArray(firstOf)) return keeps(source) ? source : null
  const parts = firstOf.filter(keeps)
  return parts.length > 1 ? { ...source, firstOf: parts } : ((parts[0] as unknown) ?? null)
}

/** Takes out what is counted from fields that are not filled any more, until nothing is. */
function dropUncounted(call: Fields, leg: Fields): { call: Fields; leg: Fields } {
  const ofLeg = 'rep' in leg ? leg : {}
  const filled = new Set([...Object.keys(call), ...Object.keys(ofLeg).map((name) => `leg.${name}`)])
  const isCounted = (part: unknown) => countedFrom(part).every((field) => filled.has(field))
  const next = { call: fieldsBy(call, isCounted), leg: fieldsBy(ofLeg, isCounted) }
  const isSame = JSON.stringify([next.call, next.leg]) === JSON.stringify([call, leg])
  return isSame ? next : dropUncounted(next.call, next.leg)
}

function countedFrom(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const { after, since, until, onDayOf, plus, minus } = part as Source
  return [after, since, until, onDayOf, plus, minus]
    .flat()
    .filter((name): name is string => typeof name === 'string')
}
