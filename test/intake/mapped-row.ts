import { expect } from 'vitest'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { compileMapping } from '../../server/intake/compile-mapping.ts'
import { type RowOutcome } from '../../server/intake/row-outcome.ts'
import { mappingOf, now, smallMapping } from './reading.ts'

export type Extra = { file?: object; call?: object; leg?: object } & Record<string, unknown>

/** The small mapping with more in it. */
export const mappingWith = (extra: Extra): object => ({
  ...smallMapping,
  ...extra,
  file: { ...smallMapping.file, ...extra.file },
  call: { ...smallMapping.call, ...extra.call },
})

const wholeRow = { id: '1', at: '2026-02-01T10:00:00Z' }

/** What a row becomes, given by column. */
export function outcomeOf(extra: Extra, cells: Record<string, string>): RowOutcome {
  const row = { ...wholeRow, ...cells }
  const { read, missing } = compileMapping(mappingOf(mappingWith(extra)), Object.keys(row))
  expect(missing).toEqual([])
  return read(Object.values(row), now)
}

export function recordOf(extra: Extra, cells: Record<string, string>): CallRecord {
  const outcome = outcomeOf(extra, cells)
  if (outcome.kind === 'record') return outcome.record
  throw new Error(outcome.kind === 'refused' ? outcome.message : outcome.rule)
}

/** The refusal of a row, or what it became instead. */
export function refusalOf(extra: Extra, cells: Record<string, string>) {
  const outcome = outcomeOf(extra, cells)
  return outcome.kind === 'refused' ? outcome : outcome.kind
}
