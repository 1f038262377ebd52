import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type Adapter } from '../../server/intake/adapters/adapter.ts'
import { allPresets } from '../../server/intake/presets/all-presets.ts'
import { columnsRead } from '../../server/intake/recognition/columns-read.ts'
import { recognize } from '../../server/intake/recognition/recognize.ts'
import { recognizeFile } from '../../server/intake/recognition/recognize-file.ts'
import { serialOf, workbook } from './workbook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const folder = mkdtempSync(join(tmpdir(), 'wellspent-recognize-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
function fileWith(name: string, content: Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const logOfCalls: Adapter = {
  ...{ name: 'log-of-calls', title: 'A log of calls' },
  needsTimeZone: (head) => head.includes('local'),
  recognizes: (head) => /^\d{9,10}\|/.test(head),
  open: () => ({
    take: () => ({ lines: [], stop: null }),
    end: () => ({ lines: [], stop: null }),
    lineAtHand: () => 1,
  }),
}
const known = { adapters: [logOfCalls], presets: allPresets }
/** What a preset knows, an adapter may know better; then it comes first. */
const onlyPresets = { adapters: [], presets: allPresets }

describe('recognizing a file', () => {
  it('shows its beginning to the adapters first', () => {
    expect(recognize(bytes('1717397243|a|b,c;d\n'), known)).toMatchObject({
      ...{ kind: 'adapter', name: 'log-of-calls', title: 'A log of calls', confidence: 1 },
      ...{ needsTimeZone: false, problem: null },
    })
    expect(recognize(bytes('1717397243|local\n'), known).needsTimeZone).toBe(true)
  })

  it.each(allPresets.map((preset) => [preset.name, preset] as const))(
    'knows the columns of the preset %s, in any order and case',
    (name, preset) => {
      const columns = columnsRead({ ...preset.mapping, source: 'x' }).reverse()
      const told = recognize(bytes(`${columns.join(';').toUpperCase()}\n`), onlyPresets)
      expect(told).toMatchObject({ kind: 'preset', name, confidence: 1, delimiter: ';' })
      expect(told.needsTimeZone).toBe(preset.needsTimeZone)
      expect(told.warnings).toEqual(preset.cautions)
      expect(told.mapping).toMatchObject({ source: name, file: { delimiter: ';' } })
    },
  )

  it('takes a preset for seven of ten columns and no fewer, and says what is missing', () => {
    const all = columnsRead({
      ...allPresets.find(({ name }) => name === 'five9')!.mapping,
      source: 'x',
    })
    const needed = ['CALL ID', 'TIMESTAMP', 'CALL TYPE']
    // SKILL stands for CAMPAIGN in a list, so it isn't missed.
    const others = all.filter((column) => ![...needed, 'SKILL'].includes(column))
    const with70 = [...needed, ...others.slice(0, Math.ceil((all.length - 1) * 0.7) - 3)]
    const told = recognize(bytes(`${with70.join('|')}\n`))
    expect(told).toMatchObject({ kind: 'preset', name: 'five9', delimiter: '|' })
    expect(told.missing).toEqual(others.slice(with70.length - 3))
    expect(recognize(bytes(`${with70.slice(0, -1).join('|')}\n`)).kind).toBe('mapping_needed')
  })

  it('needs a mapping where the columns that every record needs are not there', () => {
    const five9 = allPresets.find(({ name }) => name === 'five9')!
    const columns = columnsRead({ ...five9.mapping, source: 'x' }).filter(
      (each) => each !== 'CALL ID',
    )
    expect(recognize(bytes(`${columns.join(',')}\n`)).kind).toBe('mapping_needed')
  })

  it('shows the columns and first rows of anything else in rows', () => {
    const told = recognize(bytes('a;b;c\n1;"x;y";1.2.2026 9:14\n2;z;\n'))
    expect(told).toMatchObject({
      ...{ kind: 'mapping_needed', name: null, delimiter: ';', confidence: 0, mapping: null },
      columns: ['a', 'b', 'c'],
      rows: [
        ['1', 'x;y', '1.2.2026 9:14'],
        ['2', 'z', ''],
      ],
      needsTimeZone: true,
    })
    expect(recognize(bytes('a\tb\n1\t2026-02-01T10:00:00Z\n'))).toMatchObject({
      ...{ delimiter: '\t', needsTimeZone: false },
    })
    expect(recognize(bytes('a,b (UTC)\n1,2026-02-01 10:00:00\n')).needsTimeZone).toBe(false)
  })

  it('shows as many rows as it takes to meet the words of a column', () => {
    const rows = Array.from({ length: 80 }, (_, place) => `${place};${place < 40 ? 'in' : 'out'}\n`)
    const told = recognize(bytes(`no;way\n${rows.join('')}`))
    expect(new Set(told.rows.map(([, way]) => way))).toEqual(new Set(['in', 'out']))
    expect(told.rows).toHaveLength(50)
  })

  it('is not led astray by other delimiters', () => {
    const text = 'id;"name, a, b, c, d";when\n1;"x, y";z\n2;"p, q, r, s, t, u";v\n'
    expect(recognize(bytes(text))).toMatchObject({ delimiter: ';', columns: { length: 3 } })
  })

  it('says what it had to guess', () => {
    const told = recognize(Buffer.from('Größe;b\n1;2\n', 'latin1'))
    expect(told).toMatchObject({ encoding: 'latin1', columns: ['Größe', 'b'] })
    expect(told.warnings).toEqual([expect.stringContaining('windows-1252')])
    expect(recognize(Buffer.from('Größe;b\n1;2\n', 'utf16le'))).toMatchObject({
      ...{ encoding: 'utf-16le', columns: ['Größe', 'b'], warnings: [] },
    })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['blank lines', '\n \r\n', 'empty'],
    ['what is no text', '\u0001\u0000\u0002\u0000\u0000\u0000abc', 'not text'],
    ['JSON of an unknown kind', '{"a": 1}', 'JSON'],
    ['a list of it', ' [ {"a": 1} ]', 'JSON'],
    ['text that is not in rows', 'Dear all\nno calls today\n', 'CSV'],
  ])('says why it can not be read: %s', (_, text, words) => {
    const told = recognize(bytes(text))
    expect(told.kind).toBe('unreadable')
    expect(told.problem).toContain(words)
  })

  it('looks into gzip and sheets', { timeout: 30_000 }, async () => {
    const zipped = fileWith('a.csv.gz', gzipSync('a,b\n1,2\n'))
    expect(await recognizeFile(zipped, null)).toMatchObject({ columns: ['a', 'b'] })
    const book = fileWith(
      'b.xlsx',
      workbook({
        Notes: [['nothing']],
        Calls: [
          ['id', 'at'],
          [1, { serial: serialOf('2026-02-01T10:00:00'), as: 'date' }],
        ],
      }),
    )
    expect(await recognizeFile(book, null)).toMatchObject({
      ...{ kind: 'unreadable', sheets: ['Notes', 'Calls'], sheet: 'Notes' },
    })
    expect(await recognizeFile(book, 'Calls')).toMatchObject({
      ...{ kind: 'mapping_needed', columns: ['id', 'at'], rows: [['1', '2026-02-01 10:00:00']] },
      ...{ sheets: ['Notes', 'Calls'], sheet: 'Calls', delimiter: null, needsTimeZone: true },
    })
    const broken = fileWith('c.xlsx', Buffer.from('PK\u0003\u0004'))
    expect(await recognizeFile(broken, null)).toMatchObject({ kind: 'unreadable' })
    const torn = fileWith('d.gz', gzipSync('a,b\n').subarray(0, 4))
    expect(await recognizeFile(torn, null)).toMatchObject({ kind: 'unreadable' })
  })
})

const samples = '../shared/samples'
if (!existsSync(samples)) console.warn(`Skipped: ${samples} is missing.`)

describe.skipIf(!existsSync(samples))('real exports', () => {
  const told = (file: string) => recognize(readFileSync(`${samples}/${file}`), onlyPresets)

  it.each([
    ['aircall/call-history-export.2025-12.csv', 'aircall', false],
    ['five9/call-log.columns-and-values.csv', 'five9', true],
    ['talkdesk/contacts-report.header.csv', 'talkdesk', true],
  ])('%s is the preset %s', (file, name, needsTimeZone) => {
    expect(told(file)).toMatchObject({ kind: 'preset', name, needsTimeZone })
    expect(told(file).confidence).toBeGreaterThan(0.9)
  })
})
