import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { decoded } from '../delimited/decoded.ts'
import { type ReadStop } from '../read-step.ts'
import { type RowRefusal } from '../row-outcome.ts'
import { type Adapter, type AdapterSettings } from './adapter.ts'

/** Everything one file says, at once. */
export type WholeReading = {
  records: { lineNumber: number; record: CallRecord }[]
  problems: ({ lineNumber: number; text: string } & RowRefusal)[]
  joined: number
  ignoredByRule: Record<string, number>
  /** Lines or documents: records + problems + joined + ignored. */
  read: number
  /** Why the rest could not be read; null where it could. */
  stop: ReadStop | null
}

/** From bytes to records and problems: an adapter's reading of a file that is held in memory. */
export async function readWhole(
  adapter: Adapter,
  bytes: Uint8Array,
  settings: AdapterSettings,
): Promise<WholeReading> {
  const whole: WholeReading = {
    ...{ records: [], problems: [], joined: 0, ignoredByRule: {}, read: 0, stop: null },
  }
  const reading = adapter.open(settings)
  const take = ({ lines, stop }: ReturnType<typeof reading.take>): void => {
    for (const { lineNumber, text, outcome } of lines) {
      whole.read += 1
      if (outcome.kind === 'record') whole.records.push({ lineNumber, record: outcome.record })
      else if (outcome.kind === 'joined') whole.joined += 1
      else if (outcome.kind === 'refused') {
        const { reason, field, message, externalId } = outcome
        whole.problems.push({ lineNumber, text, reason, field, message, externalId })
      } else {
        whole.ignoredByRule[outcome.rule] = (whole.ignoredByRule[outcome.rule] ?? 0) + 1
      }
    }
    whole.stop ??= stop
  }
  for await (const text of decoded(once(bytes), 'utf-8')) if (!whole.stop) take(reading.take(text))
  if (!whole.stop) take(reading.end())
  return whole
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
