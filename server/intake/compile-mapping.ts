import { checkCallRecord } from '../../shared/calls/check-call-record.ts'
import { cutName } from '../../shared/calls/cut-name.ts'
import { invariant } from '../../shared/invariant.ts'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { recordBuilder } from './mapping/build-record.ts'
import { emptyDraft, type Row } from './mapping/draft.ts'
import { columnKey, mappingDesk } from './mapping/mapping-desk.ts'
import { planMapping } from './mapping/plan-mapping.ts'
import { type RowOutcome } from './row-outcome.ts'

/**
 * Turns the cells of one row into its outcome. It never throws and keeps nothing between rows.
 *
 * @param now epoch milliseconds of receipt: a call can't have started after it
 */
export type RowReader = (cells: readonly string[], now: number) => RowOutcome

export type CompiledMapping = {
  read: RowReader
  /** Columns the mapping reads that the file doesn't have, as it names them. */
  missing: string[]
  /** Columns the mapping reads that the file has more than once. */
  doubled: string[]
}

/**
 * Compiles a mapping for one file, once; every row of the file then goes through `read`. Rows
 * may come from anywhere that gives cells as text: delimited text, or a sheet.
 *
 * @param mapping as readMapping gave it
 * @param columns the file's column names, in their order
 */
export function compileMapping(
  mapping: ColumnMapping,
  columns: readonly string[],
): CompiledMapping {
  const desk = mappingDesk(mapping.file.columns ?? null)
  const { cleaners, ignore, steps } = planMapping(mapping, desk)
  invariant(desk.problems.length === 0, 'a mapping is read by readMapping before it is compiled')
  const keys = columns.map(columnKey)
  const wanted = desk.columns()
  const positions = wanted.map((column) => keys.indexOf(columnKey(column)))
  const counts = wanted.map((column) => keys.filter((key) => key === columnKey(column)).length)
  const build = recordBuilder(mapping)
  const row: Row = { cells: wanted.map(() => null), draft: emptyDraft() }

  const read: RowReader = (texts, now) => {
    if (texts.length !== columns.length) return wrongLength(texts.length, columns.length)
    for (let place = 0; place < cleaners.length; place++) {
      row.cells[place] = cleaners[place]?.(texts[positions[place] ?? -1] ?? '') ?? null
    }
    for (const { rule, holds } of ignore) if (holds(row)) return { kind: 'ignored', rule }
    for (const { field, fill } of steps) {
      const fault = fill(row)
      if (fault) return refused(fault.reason, placeInRecord(field), `: ${fault.message}`, row)
    }
    const record = build(row.draft)
    if (typeof record === 'string') {
      return refused('field_missing', record, ' is required, and its cells say nothing', row)
    }
    const { problem } = checkCallRecord(record, now)
    if (!problem) return { kind: 'record', record }
    return { kind: 'refused', ...problem, externalId: cutName(record.externalId) }
  }
  return {
    read,
    missing: wanted.filter((_, place) => counts[place] === 0),
    doubled: wanted.filter((_, place) => (counts[place] ?? 0) > 1),
  }
}

const placeInRecord = (field: string) => field.replace(/^leg\./, 'legs.0.')

const refused = (
  reason: Extract<RowOutcome, { kind: 'refused' }>['reason'],
  field: string,
  message: string,
  row: Row,
): RowOutcome => ({
  kind: 'refused',
  reason,
  field,
  message: `${field}${message}.`,
  externalId: row.draft.externalId === null ? null : cutName(row.draft.externalId),
})

function wrongLength(have: number, need: number): RowOutcome {
  const difference = `${Math.abs(have - need)} too ${have < need ? 'few' : 'many'}`
  return {
    kind: 'refused',
    reason: 'malformed_line',
    field: null,
    message: `The row has ${have} cells and the file has ${need} columns: ${difference}.`,
    externalId: null,
  }
}
