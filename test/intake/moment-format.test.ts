import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { momentFormat } from '../../server/intake/mapping/moment-format.ts'

function reading(format: string, text: string) {
  const compiled = momentFormat(format)
  if (typeof compiled === 'string') throw new Error(compiled)
  const moment = compiled.read(text)
  return moment && `${moment.kind} ${new Date(moment.milliseconds).toISOString()}`
}

describe('a format of moments', { timeout: 60_000 }, () => {
  it.each([
    ['YYMMDD H:mm:ss', '990101 7:41:16', 'local 1999-01-01T07:41:16.000Z'],
    ['YYMMDD H:mm:ss', '680101 07:41:16', 'local 2068-01-01T07:41:16.000Z'],
    ['YYYY-MM-DD HH:mm:ss', '2024-02-29 23:59:59', 'local 2024-02-29T23:59:59.000Z'],
    ['D.M.YYYY H:mm', '3.12.2025 9:05', 'local 2025-12-03T09:05:00.000Z'],
    ['M/D/YYYY h:mm A', '12/3/2025 12:05 AM', 'local 2025-12-03T00:05:00.000Z'],
    ['M/D/YYYY h:mm A', '12/3/2025 12:05\u202fPM', 'local 2025-12-03T12:05:00.000Z'],
    ['DD/MM/YYYY hh:mm:ss A', '03/12/2025 11:05:09 pm', 'local 2025-12-03T23:05:09.000Z'],
    ['ddd, DD MMM YYYY HH:mm:ss', 'Thu, 27 Oct 2016 14:51:34', 'local 2016-10-27T14:51:34.000Z'],
    ['YYYY-MM-DDTHH:mm:ss.SSS', '2025-12-03T09:05:07.5', 'local 2025-12-03T09:05:07.500Z'],
    ['DD.MM.YYYY [um] HH:mm [Uhr]', '03.12.2025 um 09:05 Uhr', 'local 2025-12-03T09:05:00.000Z'],
    ['YYYYMMDDHHmmss Z', '20251203090507 +0530', 'instant 2025-12-03T03:35:07.000Z'],
    ['H:mm:ss', '0:00:05', 'timeOfDay 1970-01-01T00:00:05.000Z'],
    ['iso', '2025-12-03T09:05:07Z', 'instant 2025-12-03T09:05:07.000Z'],
    ['iso', '2025-12-03 09:05:07.083+01', 'instant 2025-12-03T08:05:07.083Z'],
    ['iso', '2025-12-03T09:05-03:30', 'instant 2025-12-03T12:35:00.000Z'],
    ['iso', '2025-12-03 09:05:07,25', 'local 2025-12-03T09:05:07.250Z'],
    ['epoch seconds', '1717397243', 'instant 2024-06-03T06:47:23.000Z'],
    ['epoch seconds', '1717397243.239826', 'instant 2024-06-03T06:47:23.240Z'],
    ['epoch milliseconds', '1717397243239', 'instant 2024-06-03T06:47:23.239Z'],
  ])('%s reads %s', (format, text, moment) => {
    expect(reading(format, text)).toBe(moment)
  })

  it.each([
    ['YYYY-MM-DD HH:mm:ss', '2025-02-29 10:00:00'],
    ['YYYY-MM-DD HH:mm:ss', '2025-13-01 10:00:00'],
    ['YYYY-MM-DD HH:mm:ss', '2025-01-00 10:00:00'],
    ['YYYY-MM-DD HH:mm:ss', '2025-01-01 24:00:00'],
    ['YYYY-MM-DD HH:mm:ss', '2025-01-01 10:60:00'],
    ['YYYY-MM-DD HH:mm:ss', '2025-01-01 10:00:60'],
    ['YYYY-MM-DD HH:mm:ss', '0051-01-01 10:00:00'],
    ['YYYY-MM-DD HH:mm:ss', '2025-01-01 9:00:00'],
    ['YYYY-MM-DD HH:mm:ss', '2025-01-01 10:00:00 '],
    ['YYYY-MM-DD HH:mm:ss', '2025-01-01T10:00:00'],
    ['M/D/YYYY h:mm A', '12/3/2025 13:05 PM'],
    ['M/D/YYYY h:mm A', '12/3/2025 0:05 AM'],
    ['D MMM YYYY H:mm', '3 Foo 2025 9:05'],
    ['YYYYMMDDHHmmss Z', '20251203090507 +0570'],
    ['iso', '2025-12-03'],
    ['iso', '2025-12-03T09:05:07+25:00'],
    ['epoch seconds', '12-3'],
  ])('%s does not read %s', (format, text) => {
    expect(reading(format, text)).toBeNull()
  })

  it.each([
    ['YYYY-MM-DD', 'names no minute: mm (MM is the month)'],
    ['YYYY-MM-DD HH:MM', 'names no minute: mm (MM is the month)'],
    ['YYYY-MM-DD mm:ss', 'names no hour: HH or H (hh and h need A)'],
    ['YYYY-MM-DD hh:mm', 'names no hour: HH or H (hh and h need A)'],
    ['YYYY-MM-DD HH:mm A', 'names no hour: hh or h, as it has A (AM or PM)'],
    ['D.M. HH:mm', 'names a part of a date only; name year, month and day, or none of them'],
    ['HH:mm Z', 'has an offset (Z) and lacks the date'],
    [
      'YYYY-MM-DD at HH:mm',
      'has "a", which stands for nothing; put text that isn\'t a part in [brackets]',
    ],
  ])('%s is no format', (format, sentence) => {
    expect(momentFormat(format)).toBe(sentence)
  })

  it('reads back every second as Temporal writes it', () => {
    const seconds = fc.integer({ min: 0, max: 4_102_444_799 })
    fc.assert(
      fc.property(seconds, (second) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(second * 1_000)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime()
        const expected = `local ${new Date(second * 1_000).toISOString()}`
        const twelve = plain.hour % 12 === 0 ? 12 : plain.hour % 12
        const half = plain.hour < 12 ? 'AM' : 'PM'
        const minutes = `${plain.minute}`.padStart(2, '0')
        const clock = `${minutes}:${`${plain.second}`.padStart(2, '0')}`
        expect(reading('iso', plain.toString())).toBe(expected)
        expect(
          reading(
            'D.M.YYYY H:mm:ss',
            `${plain.day}.${plain.month}.${plain.year} ${plain.hour}:${clock}`,
          ),
        ).toBe(expected)
        expect(
          reading(
            'M/D/YYYY h:mm:ss A',
            `${plain.month}/${plain.day}/${plain.year} ${twelve}:${clock} ${half}`,
          ),
        ).toBe(expected)
      }),
    )
  })
})
