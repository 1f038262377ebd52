import { describe, expect, it } from 'vitest'
import { threeCxV20 } from '../../../server/intake/adapters/3cx-v20.ts'
import { asteriskCdr } from '../../../server/intake/adapters/asterisk-cdr.ts'
import { freeswitchCsv } from '../../../server/intake/adapters/freeswitch-csv.ts'

describe('whether somebody has to say the time zone of a file', () => {
  const row = (begins: string, more = '') =>
    `"","4930555001","4930999","from-pstn","","SIP/t-1","","Dial","","${begins}","${begins}","${begins}",10,10,"ANSWERED","DOCUMENTATION"${more}`
  const unnamed = row('2026-02-02 10:00:00')

  it('is told for CDRs by the uniqueids beside their times', () => {
    expect(asteriskCdr.needsTimeZone?.(`${unnamed}\n${unnamed}\n`)).toBe(true)
    const named = row('2026-02-02 10:00:00', ',"1770022800.1"')
    expect(asteriskCdr.needsTimeZone?.(`${unnamed}\n${named}\n`)).toBe(false)
    const userField = row('2026-02-02 10:00:00', ',"no uniqueid"')
    expect(asteriskCdr.needsTimeZone?.(`${userField}\n`)).toBe(true)
  })

  it('is told for 3CX’s table by an offset in it, which an export need not have', () => {
    const of = (stamp: string) => threeCxV20.needsTimeZone?.(`cdr_id,cdr_started_at\n1,${stamp}\n`)
    expect(of('2026-02-10 09:41:57.25+00')).toBe(false)
    expect(of('2026-02-10 09:41:57')).toBe(true)
    expect(of('')).toBe(false)
  })

  it('is told for FreeSWITCH’s rows by an offset in them', () => {
    const of = (stamp: string) =>
      freeswitchCsv.needsTimeZone?.(
        `"a","1","2","default","${stamp}","${stamp}","${stamp}","9","4","NORMAL_CLEARING"\n`,
      )
    expect(of('2023-10-11 08:43:13')).toBe(true)
    expect(of('2023-10-11 08:43:13.25')).toBe(true)
    expect(of('2023-10-11 08:43:13+02:00')).toBe(false)
    expect(of('2023-10-11 08:43:13.250Z')).toBe(false)
    expect(of('2023-10-11 08:43:13 +0200')).toBe(false)
  })
})
