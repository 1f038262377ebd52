import { type RowRefusal } from '../../row-outcome.ts'
import { momentOf } from '../asterisk/local-moment.ts'
import { type LocalTimes } from '../asterisk/local-times.ts'
import { placedRefusal } from '../asterisk/placed-refusal.ts'
import { uniqueidSecond } from '../asterisk/uniqueid.ts'
import { type CdrRow } from './cdr-row.ts'

/** A row with its times in seconds since 1970. */
export type TimedCdr = CdrRow & { startedAt: number; answeredAt: number | null; endedAt: number }

/** Places the times of a row, by the second its uniqueid tells where that is close. */
export function timedCdr(row: CdrRow, times: LocalTimes): TimedCdr | RowRefusal {
  const second = row.uniqueid === null ? null : uniqueidSecond(row.uniqueid)
  const startedAt = secondOf(row.start, second, row, times)
  if (typeof startedAt !== 'number') return startedAt
  // What happens during a call is placed by its start, also where the clocks change meanwhile.
  const after = (text: string): number | RowRefusal => {
    const [from, to] = [momentOf(row.start), momentOf(text)]
    return from && to && 'local' in from && 'local' in to && to.local >= from.local
      ? startedAt + to.local - from.local
      : secondOf(text, null, row, times)
  }
  const endedAt = after(row.end)
  if (typeof endedAt !== 'number') return endedAt
  const answeredAt = row.answer === null ? null : after(row.answer)
  if (answeredAt !== null && typeof answeredAt !== 'number') return answeredAt
  return { ...row, startedAt, answeredAt, endedAt }
}

function secondOf(
  text: string,
  near: number | null,
  { uniqueid }: CdrRow,
  times: LocalTimes,
): number | RowRefusal {
  const moment = momentOf(text)
  if (!moment) {
    return {
      reason: 'field_invalid',
      field: 'startedAt',
      message: `"${text.slice(0, 60)}" is no time, as 2024-01-27 15:07:24 is; the row has to say when the call began and ended.`,
      externalId: uniqueid,
    }
  }
  if ('second' in moment) return moment.second
  const placed = times.place(moment.local, near)
  return typeof placed === 'number' ? placed : placedRefusal(placed, text, uniqueid)
}
