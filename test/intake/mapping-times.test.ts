import { describe, expect, it } from 'vitest'
import { recordOf, refusalOf, type Extra } from './mapped-row.ts'

describe('durations', () => {
  const waiting = (source: object, cells: Record<string, string>, call: object = {}) =>
    recordOf({ call: { queueSeconds: source, ...call } }, cells).queueSeconds

  it('are read by the first format that fits', () => {
    const source = { column: 'w', formats: ['H:mm:ss', 'm:ss', 'seconds'] }
    expect(waiting(source, { w: '0:01:05' })).toBe(65)
    expect(waiting(source, { w: '1:05' })).toBe(65)
    expect(waiting(source, { w: '65' })).toBe(65)
    expect(waiting({ column: 'w', formats: ['milliseconds'] }, { w: '64600' })).toBe(65)
    expect(waiting(source, { w: '' })).toBeNull()
    expect(refusalOf({ call: { queueSeconds: source } }, { w: '1m' })).toMatchObject({
      reason: 'field_invalid',
      field: 'queueSeconds',
      message: 'queueSeconds: "1m" in column "w" is not written as H:mm:ss or m:ss or seconds.',
    })
  })

  it('lose what is contained in them, and are not known if that is not', () => {
    const source = { column: 'w', formats: ['seconds'], minus: ['ivrSeconds'] }
    const call = { ivrSeconds: { column: 'i', formats: ['seconds'] } }
    expect(waiting(source, { w: '60', i: '15' }, call)).toBe(45)
    expect(waiting(source, { w: '60', i: '' }, call)).toBeNull()
  })

  it('last from one field to another', () => {
    const call = { answeredAt: { column: 'answered', formats: ['iso'] } }
    const source = { since: 'startedAt', until: 'answeredAt' }
    expect(waiting(source, { answered: '2026-02-01 10:00:41Z' }, call)).toBe(41)
    expect(waiting(source, { answered: '' }, call)).toBeNull()
  })

  it('below zero are refused, or null where the mapping says so', () => {
    const source = { column: 'w', formats: ['seconds'] }
    expect(refusalOf({ call: { queueSeconds: source } }, { w: '-37' })).toMatchObject({
      reason: 'field_invalid',
      field: 'queueSeconds',
    })
    expect(waiting({ ...source, impossible: 'null' }, { w: '-37' })).toBeNull()
    expect(waiting({ ...source, impossible: 'null' }, { w: '37' })).toBe(37)
  })

  it('beyond a week are refused, not cut, impossible or not', () => {
    const source = { column: 'w', formats: ['seconds'], impossible: 'null' }
    expect(waiting(source, { w: '604800' })).toBe(604_800)
    expect(refusalOf({ call: { queueSeconds: source } }, { w: '604801' })).toMatchObject({
      reason: 'field_invalid',
      field: 'queueSeconds',
      externalId: '1',
    })
  })
})

describe('moments', () => {
  const zoned = (startedAt: object, cells: Record<string, string>, extra: Extra = {}) =>
    recordOf({ zone: 'Europe/Berlin', ...extra, call: { startedAt } }, cells).startedAt
  const refusedStart = (startedAt: object, cells: Record<string, string>) =>
    refusalOf({ zone: 'Europe/Berlin', call: { startedAt } }, cells)

  it('are local to the zone of the file, unless the field or the text has its own', () => {
    const startedAt = { column: 'at', formats: ['D.M.YYYY H:mm', 'iso'] }
    expect(zoned(startedAt, { at: '1.2.2026 10:30' })).toBe('2026-02-01T09:30:00Z')
    expect(zoned(startedAt, { at: '1.7.2025 10:30' })).toBe('2025-07-01T08:30:00Z')
    expect(zoned(startedAt, { at: '2026-02-01T10:30:00Z' })).toBe('2026-02-01T10:30:00Z')
    expect(zoned({ ...startedAt, zone: 'Asia/Tokyo' }, { at: '1.2.2026 10:30' })).toBe(
      '2026-02-01T01:30:00Z',
    )
  })

  it('may stand in several columns, or count from 1970', () => {
    const startedAt = { template: '{day} {time}', formats: ['YYMMDD H:mm:ss'] }
    expect(zoned(startedAt, { day: '260201', time: '9:00:07' })).toBe('2026-02-01T08:00:07Z')
    expect(zoned({ column: 'at', formats: ['epoch seconds'] }, { at: '1769936400' })).toBe(
      '2026-02-01T09:00:00Z',
    )
  })

  it('that occur twice or never are refused, each for its reason', () => {
    const startedAt = { column: 'at', formats: ['YYYY-MM-DD HH:mm'] }
    expect(refusedStart(startedAt, { at: '2025-10-26 02:30' })).toMatchObject({
      reason: 'time_ambiguous',
      field: 'startedAt',
    })
    expect(refusedStart(startedAt, { at: '2025-03-30 02:30' })).toMatchObject({
      reason: 'time_missing',
      field: 'startedAt',
    })
    expect(zoned(startedAt, { at: '2025-10-26 01:59' })).toBe('2025-10-25T23:59:00Z')
    expect(zoned(startedAt, { at: '2025-10-26 03:00' })).toBe('2025-10-26T02:00:00Z')
  })

  it('that no format fits are refused with the text', () => {
    expect(refusedStart({ column: 'at', formats: ['iso'] }, { at: '1.2.2026' })).toMatchObject({
      reason: 'field_invalid',
      field: 'startedAt',
      message: 'startedAt: "1.2.2026" in column "at" is no moment written as iso.',
    })
  })

  it('without an offset are refused where the mapping names no zone', () => {
    expect(refusalOf({}, { at: '2026-02-01 10:00' })).toMatchObject({
      reason: 'field_invalid',
      message:
        'startedAt: "2026-02-01 10:00" names no offset from UTC, and the mapping no zone; name the zone.',
    })
  })

  it('may follow from another field and seconds', () => {
    const call = {
      ivrSeconds: { column: 'i', formats: ['seconds'] },
      queueSeconds: { column: 'w', formats: ['seconds'] },
      answeredAt: { after: 'startedAt', plus: ['ivrSeconds', 'queueSeconds'] },
    }
    expect(recordOf({ call }, { i: '5', w: '10' }).answeredAt).toBe('2026-02-01T10:00:15Z')
    expect(recordOf({ call }, { i: '5', w: '' }).answeredAt).toBeNull()
  })
})

describe('a time of day', () => {
  const endedAt = { column: 'end', formats: ['H:mm:ss'], onDayOf: 'startedAt' }
  const extra = (option: object): Extra => ({
    zone: 'Europe/Berlin',
    call: { endedAt: { ...endedAt, ...option } },
  })
  const ended = (at: string, end: string, option: object = { nextDayWithinHours: 12 }) =>
    recordOf(extra(option), { at, end }).endedAt
  const refused = (at: string, end: string, option: object = { nextDayWithinHours: 12 }) =>
    refusalOf(extra(option), { at, end })

  it('lies on the local day of its anchor', () => {
    expect(ended('2026-01-31T23:30:00Z', '0:45:00')).toBe('2026-01-31T23:45:00Z')
    expect(ended('2026-02-01T10:00:00Z', '11:00:00')).toBe('2026-02-01T10:00:00Z')
  })

  it('lies on the next day after midnight, if that is near enough', () => {
    expect(ended('2026-02-01T22:59:00Z', '0:01:00')).toBe('2026-02-01T23:01:00Z')
    expect(ended('2026-02-01T22:00:00Z', '11:00:00')).toBe('2026-02-02T10:00:00Z')
    expect(refused('2026-02-01T22:00:00Z', '11:00:01')).toMatchObject({
      reason: 'inconsistent',
      field: 'endedAt',
    })
    expect(ended('2026-02-01T22:00:00Z', '22:59:59', { nextDayWithinHours: 24 })).toBe(
      '2026-02-01T21:59:59Z',
    )
  })

  it('never lies on the next day where the mapping does not say so', () => {
    expect(refused('2026-02-01T22:59:00Z', '0:01:00', {})).toMatchObject({ field: 'endedAt' })
    expect(ended('2026-02-01T22:59:00Z', '0:01:00', { impossible: 'null' })).toBeNull()
  })

  it('is not known where its anchor is not', () => {
    const call = { answeredAt: { column: 'answered', formats: ['iso'] } }
    const endedAfter = { ...endedAt, onDayOf: 'answeredAt' }
    const mapping = { zone: 'UTC', call: { ...call, endedAt: endedAfter } }
    expect(recordOf(mapping, { answered: '', end: '10:00:00' }).endedAt).toBeNull()
  })

  it('at a clock change is refused where it could be meant', () => {
    expect(refused('2025-10-25T23:50:00Z', '2:30:00')).toMatchObject({ reason: 'time_ambiguous' })
    expect(refused('2025-03-30T00:50:00Z', '2:30:00')).toMatchObject({ reason: 'time_missing' })
    expect(refused('2025-10-25T20:00:00Z', '2:30:00')).toMatchObject({ reason: 'time_ambiguous' })
    expect(refused('2025-03-29T20:00:00Z', '2:30:00')).toMatchObject({ reason: 'time_missing' })
    expect(refused('2025-03-29T03:00:00Z', '2:30:00')).toMatchObject({ reason: 'inconsistent' })
    expect(ended('2025-10-26T22:50:00Z', '2:30:00')).toBe('2025-10-27T01:30:00Z')
    expect(ended('2025-10-26T21:50:00Z', '2:30:00')).toBe('2025-10-27T01:30:00Z')
    expect(ended('2025-03-30T19:00:00Z', '2:30:00')).toBe('2025-03-31T00:30:00Z')
  })
})
