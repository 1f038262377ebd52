import { describe, expect, it } from 'vitest'
import { deriveOffset } from '../../../server/intake/adapters/asterisk/derive-offset.ts'
import { momentOf } from '../../../server/intake/adapters/asterisk/local-moment.ts'
import { openLocalTimes } from '../../../server/intake/adapters/asterisk/local-times.ts'
import { uniqueidSecond } from '../../../server/intake/adapters/asterisk/uniqueid.ts'

const day = Date.parse('2026-02-02T00:00:00Z') / 1000
const sample = (second: number, offset: number, late = 0) => ({
  local: second + offset + late,
  second,
})

describe('the offset of local times from UTC', () => {
  it('is sure where three lines agree', () => {
    const samples = [sample(day, 10_800), sample(day + 60, 10_800, 16), sample(day + 90, 10_800, 1)]
    expect(deriveOffset(samples)).toEqual({
      ...{ offsetSeconds: 10_800, agreeing: 3, told: 3, isSure: true },
    })
    expect(deriveOffset(samples.slice(0, 2))).toMatchObject({
      offsetSeconds: 10_800,
      isSure: false,
    })
    expect(deriveOffset([])).toEqual({ offsetSeconds: null, agreeing: 0, told: 0, isSure: false })
  })

  it('is a whole number of quarters of an hour, and bears a second of rounding', () => {
    expect(deriveOffset([sample(day, 20_700, -1)]).offsetSeconds).toBe(20_700)
    expect(deriveOffset([sample(day, -12_600, 449)]).offsetSeconds).toBe(-12_600)
  })

  it('is not told by lines that came long after their channel, or from no zone there is', () => {
    expect(deriveOffset([sample(day, 0, 500)]).told).toBe(0)
    expect(deriveOffset([sample(day, 15 * 3600)]).told).toBe(0)
    expect(deriveOffset([sample(day, -13 * 3600)]).told).toBe(0)
  })

  it('is sure across a change of the clocks, and not among other contradictions', () => {
    const winter = [1, 2, 3].map((count) => sample(day + count, 3_600))
    expect(deriveOffset([...winter, sample(day + 9, 7_200)]).isSure).toBe(true)
    expect(deriveOffset([...winter, sample(day + 9, 18_000)])).toMatchObject({
      ...{ offsetSeconds: 3_600, agreeing: 3, told: 4, isSure: false },
    })
  })
})

describe('local times', () => {
  const heard = () => {
    const times = openLocalTimes(null)
    for (const count of [1, 2, 3]) times.hear(sample(day + count, 3_600))
    return times
  }

  it('are placed by the offset that was heard', () => {
    expect(heard().place(day + 3_600 + 500, null)).toBe(day + 500)
  })

  it('tell by themselves, with a prompt uniqueid, that the clocks were changed', () => {
    const times = heard()
    // One such line counts for itself only; a second one in a row for those without uniqueid too.
    expect(times.place(day + 7_200, day)).toBe(day)
    expect(times.place(day + 7_200, null)).toBe(day + 3_600)
    expect(times.place(day + 7_200 + 60, day + 60)).toBe(day + 60)
    expect(times.place(day + 7_200, null)).toBe(day)
  })

  it('are not led astray by a uniqueid that is hours old', () => {
    const times = heard()
    expect(times.place(day + 3_600 + 5 * 3_600, day)).toBe(day + 5 * 3_600)
    expect(times.place(day + 3_600, null)).toBe(day)
  })

  it('without uniqueids are placed by a zone, which may not tell at a change of the clocks', () => {
    const times = openLocalTimes('Europe/Berlin')
    times.decide()
    const second = (text: string) => Date.parse(`${text}Z`) / 1000
    expect(times.place(second('2026-02-02T11:00:00'), null)).toBe(second('2026-02-02T10:00:00'))
    expect(times.place(second('2025-10-26T02:30:00'), null)).toBe('ambiguous')
    expect(times.place(second('2025-03-30T02:30:00'), null)).toBe('missing')
    expect(openLocalTimes('No/Where').place(day, null)).toBe('zone_unknown')
  })
})

describe('written times', () => {
  it.each([
    ['2026-02-02 10:00:00', { local: day + 36_000 }],
    ['2026-02-02T10:00:00.123456', { local: day + 36_000 }],
    ['2026-02-02 10:00:00+03', { second: day + 25_200 }],
    ['2026-02-02 10:00:00-0330', { second: day + 48_600 }],
    ['2026-02-02T10:00:00+05:45', { second: day + 15_300 }],
    ['2026-02-02T10:00:00Z', { second: day + 36_000 }],
    [String(day), { second: day }],
    [`${day}.75`, { second: day }],
    ['2026-02-29 10:00:00', null],
    ['2026-02-02 24:00:00', null],
    ['2026-02-02 10:60:00', null],
    ['02.02.2026 10:00', null],
    ['', null],
  ])('%s', (text, moment) => {
    expect(momentOf(text)).toEqual(moment)
  })
})

describe('uniqueids', () => {
  it.each([
    ['1717397243.239826', 1_717_397_243],
    ['psy1-1292281041.87', 1_292_281_041],
    ['a-b-1292281041.87', 1_292_281_041],
    ['pbx.example.org-1292281041.87', 1_292_281_041],
    ['NONE', null],
    ['1.1', null],
    [`${'9'.repeat(200)}-1292281041.87`, null],
  ])('%s', (uniqueid, second) => {
    expect(uniqueidSecond(uniqueid)).toBe(second)
  })
})
