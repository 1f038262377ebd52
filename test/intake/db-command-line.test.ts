import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { importFiles } from '../../server/command-line/import.ts'
import { type ImportOrder } from '../../server/command-line/import-reading.ts'
import { type Standing } from '../../server/stand-on.ts'
import * as intake from '../../shared/intake/contract.ts'
import * as mappings from '../../shared/intake/mapping-contract.ts'
import { openWorld, secret } from '../world/open-world.ts'
import { countsOf, fileOfRows, localMapping, storedCalls } from './wizard-files.ts'

const world = await openWorld()
const center = await world.center()
const admin = await center.person('admin')
const folder = mkdtempSync(join(tmpdir(), 'wellspent-command-line-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const standing = { database: world.database, secret } as Standing
const said: string[] = []
beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
})

function fileWith(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const nothing = {
  ...{ mapping: null, as: null, source: null, zone: null, country: null, sheet: null },
  ...{ isDryRun: false, organizationId: center.id, now: world.clock.now() },
}
const order = (files: string[], given: Partial<ImportOrder> = {}) =>
  importFiles(standing, { ...nothing, files, ...given }, world.clock.now)

const latestRun = async () => (await admin.ask(intake.imports)).items[0]!

const rows = 4_500
const counts = countsOf(rows)
const calls = fileWith('calls.csv', fileOfRows(rows))
const mapping = fileWith('mapping.json', JSON.stringify({ ...localMapping, source: 'from a file' }))

describe('wellspent import', () => {
  it('reads a file through a mapping file, by the engine of the wizard', async () => {
    await order([calls], { mapping, zone: 'Europe/Berlin' })
    expect(await latestRun()).toMatchObject({
      ...{ state: 'finished', way: 'file', uploadId: null, isDryRun: false, ...counts },
      ...{ source: 'from a file', name: 'calls.csv' },
    })
    expect(await storedCalls(world, center.id, 'from a file')).toBe(counts.accepted)
    expect(said.join('\n')).toContain(`accepted ${counts.accepted.toLocaleString('en')}`)
    const refused = readFileSync(join(folder, 'calls.csv.refused.ndjson'), 'utf8')
      .trim()
      .split('\n')
    expect(refused).toHaveLength(counts.refused)
    expect(JSON.parse(refused[0]!)).toMatchObject({ line: 5, reason: 'field_invalid' })
  })

  it('remembers the zone of a source, and can be tried', async () => {
    await order([calls], { mapping, source: 'remembered', zone: 'Europe/Berlin', isDryRun: true })
    expect(await latestRun()).toMatchObject({ isDryRun: true, accepted: counts.accepted })
    expect(await storedCalls(world, center.id, 'remembered')).toBe(0)
    await expect(order([calls], { mapping, source: 'remembered' })).rejects.toThrow('--zone')
    await order([calls], { mapping, source: 'remembered', zone: 'Europe/Berlin' })
    await order([calls], { mapping, source: 'remembered' })
    expect(await latestRun()).toMatchObject({ accepted: 0, unchanged: counts.accepted })
  })

  it('reads it through a saved mapping, by its name', async () => {
    const body = { name: 'the export', isShared: false, mapping: { ...localMapping, zone: 'UTC' } }
    await admin.tell(mappings.saveMapping, { body })
    await order([calls], { mapping: 'the export', source: 'by name' })
    expect(await storedCalls(world, center.id, 'by name')).toBe(counts.accepted)
    await expect(order([calls], { mapping: 'no such thing' })).rejects.toThrow(
      'neither a file nor the name of a saved mapping',
    )
  })

  it('recognizes what is known, or reads it as what it is told', async () => {
    const five9 = fileWith(
      'five9.csv',
      'CALL ID,TIMESTAMP,CAMPAIGN,CALL TYPE,AGENT,DISPOSITION,ANI,DNIS,IVR TIME,QUEUE WAIT TIME,RING TIME,TALK TIME,HOLD TIME,AFTER CALL WORK TIME,ABANDONED\n1,"Mon, 02 Feb 2026 09:14:05",A,Inbound,kim,,,,00:00:05,00:00:10,00:00:03,00:04:00,00:00:20,00:00:30,0\n',
    )
    await expect(order([five9])).rejects.toThrow('--zone')
    await order([five9], { zone: 'UTC' })
    expect(await latestRun()).toMatchObject({ source: 'five9', accepted: 1 })
    expect(said.join('\n')).toContain('read by five9')
    await order([five9], { as: 'five9', zone: 'UTC', source: 'five9:two' })
    expect(await latestRun()).toMatchObject({ source: 'five9:two', accepted: 1 })
    await expect(order([calls])).rejects.toThrow('nobody has described yet')
    await expect(order([calls], { as: 'none', source: 'x' })).rejects.toThrow('--as')
    await expect(order([fileWith('empty.csv', '')])).rejects.toThrow('empty')
    await expect(order([join(folder, 'none.csv')])).rejects.toThrow('no file that can be read')
  })

  it('warns of an encoding it had to guess, and fails where it was not read to its end', async () => {
    const windows = Buffer.from(fileOfRows(3).replaceAll('Kim', 'Jörg'), 'latin1')
    await order([fileWith('windows.csv', windows)], { mapping, zone: 'UTC', source: 'windows' })
    expect(said.join('\n')).toContain('windows-1252')
    const wrong = fileWith('wrong.csv', 'a;b\n1;2\n')
    await expect(order([wrong], { mapping, zone: 'UTC' })).rejects.toThrow(
      'Not imported to the end',
    )
    expect(await latestRun()).toMatchObject({ state: 'failed' })
  })
})
