import { type Adapter, type AdapterSettings } from '../../../server/intake/adapters/adapter.ts'
import { type ReadLine } from '../../../server/intake/read-step.ts'
import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { readPieces, settingsWith } from './adapter-property.ts'

/** What a text says: records in order, what else became of lines, and everything in numbers. */
export type Said = {
  records: CallRecord[]
  refused: { lineNumber: number; reason: string; field: string | null; message: string }[]
  joined: number
  ignored: Record<string, number>
  stop: string | null
}

export function readText(
  adapter: Adapter,
  text: string,
  changes: Partial<AdapterSettings> = {},
): Said {
  const { lines, stop } = readPieces(adapter, [text], settingsWith(changes))
  return { ...said(lines), stop: stop?.reason ?? null }
}

export function said(lines: readonly ReadLine[]): Omit<Said, 'stop'> {
  const found: Omit<Said, 'stop'> = { records: [], refused: [], joined: 0, ignored: {} }
  for (const { lineNumber, outcome } of lines) {
    if (outcome.kind === 'record') found.records.push(outcome.record)
    else if (outcome.kind === 'joined') found.joined += 1
    else if (outcome.kind === 'ignored') {
      found.ignored[outcome.rule] = (found.ignored[outcome.rule] ?? 0) + 1
    } else {
      const { reason, field, message } = outcome
      found.refused.push({ lineNumber, reason, field, message })
    }
  }
  return found
}

/** 10:00:00 of a day in seconds since 1970, which the calls of these tests begin at. */
export const ten = Date.parse('2026-02-02T10:00:00Z') / 1000

/** Seconds after ten o'clock as an instant of a record. */
export const at = (seconds: number) => new Date((ten + seconds) * 1000).toISOString()

/** Lines of a queue_log; each begins with its seconds after ten o'clock. */
export const log = (...lines: readonly string[]): string =>
  lines.map((line) => line.replace(/^-?\d+/, (seconds) => String(ten + Number(seconds)))).join('\n')

/** The uniqueid of a channel made so many seconds after ten o'clock. */
export const id = (seconds: number, count = 1) => `${ten + seconds}.${count}`
