import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mappingReading } from '../../server/intake/delimited/mapping-reading.ts'
import { openTexts } from '../../server/intake/open-texts.ts'
import { readTexts } from '../../server/intake/read-texts.ts'
import { type ReadLine, type ReadStop } from '../../server/intake/read-step.ts'
import { describeWorkbook } from '../../server/intake/sheet/sheet-texts.ts'
import { sheetMapping } from '../../server/intake/sheet/sheet-mapping.ts'
import { mappingOf, now, recordsOf, refusalsOf } from './reading.ts'
import { withFile } from './small-files.ts'
import { type Cell, serialOf, workbook } from './workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'wellspent-sheets-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

let counter = 0
function fileWith(bytes: Uint8Array): string {
  counter += 1
  const path = join(folder, `${counter}.xlsx`)
  writeFileSync(path, bytes)
  return path
}

const date = (local: string): Cell => ({ serial: serialOf(local), as: 'date' })
const time = (seconds: number): Cell => ({ serial: seconds / 86_400, as: 'time' })

async function readSheetOf(path: string, mapping: object, sheet: string | null = null) {
  const { texts } = await openTexts(path, { encoding: null, sheet })
  const lines: ReadLine[] = []
  let stop: ReadStop | null = null
  for await (const step of readTexts(
    texts,
    mappingReading(sheetMapping(mappingOf(mapping)), now),
  )) {
    if (step.kind === 'lines') lines.push(...step.lines)
    else stop = step
  }
  return { lines, stop }
}

const mapping = withFile(
  { delimiter: ';', encoding: 'latin1' },
  {
    startedAt: { column: 'at', formats: ['D.M.YYYY H:mm'], zone: 'Europe/Berlin' },
    queue: { column: 'queue' },
    queueSeconds: { column: 'wait', formats: ['seconds'] },
  },
)
const header = ['id', 'at', 'queue', 'wait']

describe('a sheet', { timeout: 30_000 }, () => {
  it('is read by the mapping of the same columns as text', async () => {
    const path = fileWith(
      workbook({
        Calls: [
          header,
          [17, date('2026-02-01T10:30:00'), 'Störung, "A"\nB', 12],
          [1717397243.239826, date('2026-02-02T00:00:00'), 'b', time(725)],
          [],
          ['x-3', '2.2.2026 9:05', null, time(90_000)],
          ['x-4', '2.2.2026', null, null],
        ],
      }),
    )
    const { lines, stop } = await readSheetOf(path, mapping)
    expect(stop).toBeNull()
    expect(lines.map(({ lineNumber }) => lineNumber)).toEqual([2, 3, 5, 6])
    expect(recordsOf(lines.slice(0, 3))).toMatchObject([
      { externalId: '17', startedAt: '2026-02-01T09:30:00Z', queueSeconds: 12 },
      { externalId: '1717397243.239826', startedAt: '2026-02-01T23:00:00Z', queueSeconds: 725 },
      { externalId: 'x-3', startedAt: '2026-02-02T08:05:00Z', queueSeconds: 90_000 },
    ])
    expect(recordsOf(lines.slice(0, 1))[0]?.queue).toBe('Störung, "A" B')
    expect(refusalsOf(lines)).toMatchObject([{ lineNumber: 6, field: 'startedAt' }])
  })

  it('may keep day and time in two columns', async () => {
    const startedAt = { template: '{day} {time}', formats: ['D.M.YYYY H:mm:ss'], zone: 'UTC' }
    const path = fileWith(
      workbook({
        Calls: [
          ['id', 'day', 'time'],
          [1, date('2026-02-01T00:00:00'), time(33_245)],
          [2, date('2026-02-02T00:00:00'), time(0)],
        ],
      }),
    )
    const { lines } = await readSheetOf(path, withFile({}, { startedAt }))
    expect(recordsOf(lines).map((record) => record.startedAt)).toEqual([
      '2026-02-01T09:14:05Z',
      '2026-02-02T00:00:00Z',
    ])
  })

  it('is chosen by its name, else the first one; the others are named', async () => {
    const path = fileWith(
      workbook({ Notes: [['nothing']], Calls: [header, [1, date('2026-02-01T10:00:00')]] }),
    )
    expect(recordsOf((await readSheetOf(path, mapping, 'Calls')).lines).length).toBe(1)
    expect((await readSheetOf(path, mapping)).stop).toMatchObject({ reason: 'columns_missing' })
    expect((await readSheetOf(path, mapping, 'Call')).stop).toMatchObject({
      reason: 'workbook_unreadable',
      message: 'The workbook has no sheet "Call". It has "Notes", "Calls".',
    })
    expect(await describeWorkbook(path, 'Calls')).toMatchObject({
      ...{ sheets: ['Notes', 'Calls'], sheet: 'Calls' },
      text: 'id,at,queue,wait\n1,2026-02-01 10:00:00,,\n',
    })
  })

  const whole = workbook({ Calls: [header, ...Array.from({ length: 500 }, (_, n) => [n, 'x'])] })
  it.each([
    ['cut off', whole.subarray(0, whole.length - 300), 'damaged'],
    ['cut off early', whole.subarray(0, 100), 'damaged'],
    ['only a beginning', Buffer.from('PK\u0003\u0004'), 'damaged'],
    ['of an old version', Buffer.from('d0cf11e0a1b11ae1'.padEnd(600, '0'), 'hex'), '(.xls)'],
    ['damaged within', Buffer.concat([whole.subarray(0, 900), Buffer.alloc(900, 7)]), 'damaged'],
  ])('that is %s stops with a sentence', async (_, bytes, words) => {
    const { lines, stop } = await readSheetOf(fileWith(bytes), mapping)
    expect(lines).toEqual([])
    expect(stop).toMatchObject({ reason: 'workbook_unreadable' })
    expect(stop?.message).toContain(words)
    expect(stop?.message).toMatch(/^[A-Z].*\.$/)
  })

  it('that is an archive of something else says so', async () => {
    const archive = Buffer.from(workbook({}).toString('latin1').replaceAll('xl/', 'no/'), 'latin1')
    expect((await readSheetOf(fileWith(archive), mapping)).stop?.message).toContain('ZIP archive')
  })
})
