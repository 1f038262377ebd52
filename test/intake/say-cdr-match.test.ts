import { describe, expect, it } from 'vitest'
import { type CdrMatch } from '../../shared/intake/cdr-match.ts'
import { sayCdrMatch } from '../../shared/intake/say-cdr-match.ts'

const march = { firstAt: '2026-03-01T08:00:00.000Z', lastAt: '2026-03-03T17:00:00.000Z' }

const said = (given: Partial<CdrMatch>) =>
  sayCdrMatch({
    ...{ calls: 1_230, found: 1_212, rows: 9_000, rowsWithUniqueid: 9_000 },
    ...{ logSpan: march, cdrSpan: march, utcOffsetsSeconds: [], zone: null },
    ...{ isWholeLog: true, isWholeCdrs: true, ...given },
  })

describe('what CDRs came to', () => {
  it('is how many calls were found', () => {
    expect(said({})).toEqual(['1,212 of 1,230 calls of the log found in the CDRs.'])
  })

  it('is how far their clock was from UTC', () => {
    const clock = (utcOffsetsSeconds: number[], zone: CdrMatch['zone'] = null) =>
      said({ utcOffsetsSeconds, zone })[1]
    expect(clock([0])).toBe('The clock of the CDRs stood at UTC, as their uniqueids tell.')
    expect(clock([3_600, 7_200])).toContain('stood at UTC+01:00 and UTC+02:00, as')
    expect(clock([-12_600])).toContain('stood at UTC−03:30, as')
    const vienna = { name: 'Europe/Vienna', agrees: true }
    expect(clock([3_600], vienna)).toMatch(/UTC\+01:00, .*: Europe\/Vienna, as was said\.$/)
    expect(clock([10_800], { ...vienna, agrees: false })).toContain(
      'That is not Europe/Vienna, which was said; the uniqueids are believed.',
    )
  })

  it('is what to look at where nothing was found', () => {
    const none = (given: Partial<CdrMatch>) => said({ found: 0, ...given })
    expect(none({})[0]).toContain('None of the 1,230 calls')
    expect(none({})[1]).toBe('Are both of the same Asterisk?')
    expect(none({ rowsWithUniqueid: 0, cdrSpan: null })[1]).toContain('loguniqueid = yes')
    const april = { firstAt: '2026-04-05T08:00:00.000Z', lastAt: '2026-04-05T09:00:00.000Z' }
    const apart =
      'The log tells of 2026-03-01 to 2026-03-03, the CDRs of 2026-04-05: take those of the same days.'
    expect(none({ cdrSpan: april })[1]).toBe(apart)
    expect(none({ logSpan: april, cdrSpan: march })[1]).toContain('take those of the same days')
    expect(none({ calls: 0, logSpan: null })).toEqual([
      'The log names no call to look for in the CDRs.',
    ])
  })

  it('is what was not looked up', () => {
    expect(said({ isWholeLog: false })[1]).toContain('the first 1,230 were')
    expect(said({ isWholeCdrs: false })[1]).toContain('Only the beginning')
  })
})
