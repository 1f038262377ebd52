import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type BesideNeeds, readBeside } from '../../server/intake/read-beside.ts'
import { type Reading } from '../../server/intake/reading.ts'
import { cdrsOf, logOf } from './log-and-cdrs.ts'
import { now } from './reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'wellspent-beside-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const fileWith = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const log: Reading = {
  ...{ adapter: 'asterisk-queue-log', mapping: null, reader: null, source: 'pbx' },
  ...{ timeZone: null, country: null, names: {}, encoding: null, sheet: null },
}
const calls = 2_000
const logFile = fileWith('queue_log', logOf(calls))
const cdrFile = fileWith('Master.csv', cdrsOf(0, calls))

const beside = (
  files: string[],
  reading: Partial<Reading> = {},
  needs: Partial<BesideNeeds> = {},
) =>
  readBeside(logFile, { ...log, ...reading }, files, {
    ...{ now, goOn: () => Promise.resolve(), ...needs },
  })

describe('files that stand beside a queue_log', () => {
  it('are read as one, plain or packed, and tell of the days they hold', async () => {
    const packed = fileWith('rest.csv.gz', gzipSync(cdrsOf(1_000, 1_000)))
    const half = fileWith('half.csv', cdrsOf(0, 1_000))
    const found = await beside([half, packed])
    expect(found?.match).toMatchObject({ calls, found: calls, rows: calls + 2, isWholeCdrs: true })
    expect(found?.match?.cdrSpan?.firstAt).toBe('2026-02-02T10:00:00.000Z')
    expect(found?.match?.logSpan?.firstAt).toBe('2026-02-02T10:00:20.000Z')
    expect(found?.adapter.name).toBe('asterisk-queue-log')
  })

  it('say whether their clock was that of the zone which was said', async () => {
    const zone = async (timeZone: string) => (await beside([cdrFile], { timeZone }))?.match?.zone
    expect(await zone('Europe/Vienna')).toEqual({ name: 'Europe/Vienna', agrees: true })
    expect(await zone('Asia/Tokyo')).toEqual({ name: 'Asia/Tokyo', agrees: false })
  })

  it('are left where enough of them was looked through', async () => {
    const found = await beside([cdrFile], {}, { charactersMost: 10_000 })
    expect(found?.match?.isWholeCdrs).toBe(false)
    expect(found?.match?.calls).toBeLessThan(calls)
    expect(found?.match?.found).toBeGreaterThan(0)
  })

  it('count as far as they can be read', async () => {
    const packed = gzipSync(cdrsOf(0, calls))
    const broken = fileWith('broken.csv.gz', packed.subarray(0, packed.length / 2))
    const found = await beside([broken, fileWith('zeros.csv', Buffer.alloc(5_000))])
    expect(found?.match?.found).toBeGreaterThan(0)
    expect(found?.match?.found).toBeLessThan(calls)
  })

  it('are given up as soon as the import is', async () => {
    let asked = 0
    const goOn = (): Promise<void> => {
      asked += 1
      return asked < 3 ? Promise.resolve() : Promise.reject(new Error('taken'))
    }
    await expect(beside([cdrFile], {}, { goOn })).rejects.toThrow('taken')
    expect(asked).toBe(3)
  })

  it('are of no use to files of other kinds, or where there are none', async () => {
    expect(await beside([cdrFile], { adapter: 'aircall-csv' })).toBeNull()
    expect(await beside([])).toBeNull()
  })
})
