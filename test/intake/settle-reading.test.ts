import { describe, expect, it } from 'vitest'
import { legacyColumns } from '../../server/intake/adapters/3cx-legacy.ts'
import { openReading } from '../../server/intake/open-reading.ts'
import { recognize } from '../../server/intake/recognition/recognize.ts'
import { settleReading } from '../../server/intake/settle-reading.ts'

const now = Date.parse('2026-03-01T00:00:00Z')
const zone = 'Europe/Berlin'
const cells: Readonly<Record<string, string>> = {
  ...{ historyid: 'Call 7', time_start: '2026/02/10 09:00:00', time_end: '2026/02/10 09:01:08' },
  ...{ from_no: '+4930555001', from_type: 'Line', to_no: 'Ext.100', to_type: 'Extension' },
}
const legacy = `${legacyColumns.map((column) => cells[column] ?? '').join(',')}\n`
const cdr =
  '"","4930555001","4930999","from-pstn","","SIP/t-1","","Dial","","2026-02-02 10:00:00",' +
  '"2026-02-02 10:00:00","2026-02-02 10:00:10",10,10,"ANSWERED","DOCUMENTATION"\n'

/** How a file is read whose source was told the zone before, for another file. */
function settled(name: string, text: string, timeZone?: string) {
  const recognition = recognize(new TextEncoder().encode(text))
  expect(recognition.name).toBe(name)
  const order = { by: 'adapter' as const, name, source: 'phone:main' }
  return settleReading(
    { ...order, ...(timeZone !== undefined && { timeZone }) },
    { recognition, saved: null, remembered: { timeZone: zone, country: null, names: {} } },
  ).reading
}

describe('the zone that was said of a source before', () => {
  it('is that of a file whose format leaves it open', () => {
    expect(settled('asterisk-cdr', cdr)?.timeZone).toBe(zone)
  })

  it('does not move the times of a format that says UTC; one said for the file does', () => {
    const startOf = (timeZone?: string) => {
      const reading = settled('3cx-legacy', legacy, timeZone)!
      const lines = openReading(reading, { adapter: null, isSheet: false, now }).take(legacy).lines
      return lines.map(({ outcome }) => (outcome.kind === 'record' ? outcome.record.startedAt : ''))
    }
    expect(startOf()).toEqual(['2026-02-10T09:00:00Z'])
    expect(startOf(zone)).toEqual(['2026-02-10T08:00:00Z'])
  })
})
