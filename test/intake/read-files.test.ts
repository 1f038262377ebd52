import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readDelimited } from '../../server/intake/read-delimited.ts'
import { mappingOf, now, readBytes, readText, refusalsOf } from './reading.ts'
import { bytes, header, ids, queues, row, withFile, withQueue } from './small-files.ts'

describe('encodings', () => {
  const text = `${header}${row(1, 'Störung')}`

  it('are seen by their mark, whatever the mapping says', async () => {
    const littleEndian = Buffer.from(`\uFEFF${text}`, 'utf16le')
    const bigEndian = Buffer.from(littleEndian).swap16()
    for (const marked of [Buffer.from(`\uFEFF${text}`), littleEndian, bigEndian]) {
      expect(queues(await readBytes(withQueue(), [marked]))).toEqual(['Störung'])
      expect(queues(await readBytes(withQueue({ encoding: 'latin1' }), [marked]))).toEqual([
        'Störung',
      ])
    }
  })

  it('are seen even if their mark comes byte by byte', async () => {
    const single = Array.from(Buffer.from(`\uFEFF${text}`), (byte) => Uint8Array.of(byte))
    expect(queues(await readBytes(withQueue({ encoding: 'latin1' }), single))).toEqual(['Störung'])
  })

  it('are those of the mapping without one', async () => {
    const read = (encoding: string, file: Uint8Array) => readBytes(withQueue({ encoding }), [file])
    const littleEndian = Buffer.from(text, 'utf16le')
    expect(queues(await read('utf-8', Buffer.from(text)))).toEqual(['Störung'])
    expect(queues(await read('latin1', Buffer.from(text, 'latin1')))).toEqual(['Störung'])
    expect(queues(await read('utf-16le', littleEndian))).toEqual(['Störung'])
    expect(queues(await read('utf-16be', Buffer.from(littleEndian).swap16()))).toEqual(['Störung'])
  })

  it('are seen by the first bytes where the mapping names none', async () => {
    const long = `${text}${'2,2026-02-01T10:00:00Z,plain\n'.repeat(4_000)}`
    const littleEndian = Buffer.from(long, 'utf16le')
    for (const file of [
      Buffer.from(long),
      Buffer.from(long, 'latin1'),
      littleEndian,
      Buffer.from(littleEndian).swap16(),
    ]) {
      const cut = Array.from({ length: 40 }, (_, at) => file.subarray(at, at + 1))
      const read = await readBytes(withQueue(), [...cut, file.subarray(40)])
      expect(queues(read).length).toBe(4_001)
      expect(queues(read)[0]).toBe('Störung')
    }
  })

  it('that do not fit cost the lines they damage', async () => {
    const { lines } = await readBytes(withQueue({ encoding: 'utf-8' }), [
      Buffer.from(`${text}${row(2)}${row(3, 'a\0b')}`, 'latin1'),
    ])
    expect(lines.map(({ outcome }) => outcome.kind)).toEqual(['refused', 'record', 'refused'])
    expect(refusalsOf(lines)[0]?.message).toContain('set file.encoding to latin1')
    expect(refusalsOf(lines)[1]?.message).toContain('NUL')
  })

  it('that are no text at all stop the file', async () => {
    const workbook = await readBytes(withQueue(), [Buffer.from('PK\u0003\u0004rest')])
    expect(workbook).toMatchObject({ lines: [], stop: { reason: 'not_text', lineNumber: 1 } })
    const wide = await readBytes(withQueue({ encoding: 'utf-8' }), [Buffer.from(text, 'utf16le')])
    expect(wide.stop?.message).toContain('set file.encoding to utf-16le')
  })
})

describe('delimiters and columns', () => {
  it.each([';', '\t', '|', ','])('%j is found out', async (delimiter) => {
    const text = `${header}${row(1)}`.replaceAll(',', delimiter)
    expect(ids(await readText(withQueue({ delimiter: 'auto' }), text))).toEqual(['1'])
    expect(ids(await readText(withQueue({ delimiter }), text))).toEqual(['1'])
  })

  it('auto is not led astray by other delimiters in the header', async () => {
    const text = 'id;"at";queue;"a, b, c, d (h:mm, s)"\n1;2026-02-01T10:00:00Z;support;x\n'
    expect(ids(await readText(withQueue({ delimiter: 'auto' }), text))).toEqual(['1'])
  })

  it('auto works by position too', async () => {
    const mapping = withFile({ delimiter: 'auto', columns: ['id', 'at', 'queue'] })
    const { lines, stop } = await readText(mapping, row(1).replaceAll(',', ';'))
    expect(stop).toBeNull()
    expect(lines).toMatchObject([{ lineNumber: 1, outcome: { kind: 'record' } }])
  })

  it('that are missing stop the file with their names', async () => {
    const { lines, stop } = await readText(withQueue(), `id;at;queue\n${row(1)}`)
    expect(lines).toEqual([])
    expect(stop).toEqual({
      reason: 'columns_missing',
      lineNumber: 1,
      message:
        '3 columns too few: the file lacks "id", "at", "queue", which the mapping reads. It has 1: "id;at;queue". Check that it is the right export, and its delimiter.',
    })
  })

  it('that are missing by the dozen are not all listed', async () => {
    const names = Array.from({ length: 40 }, (_, place) => `c${place}`)
    const mapping = withFile({}, { queue: { template: names.map((name) => `{${name}}`).join('') } })
    const { stop } = await readText(mapping, 'id,at\n')
    expect(stop?.message).toContain('40 columns too few: the file lacks "c0", "c1",')
    expect(stop?.message).toContain(
      '"c11" and 28 more, which the mapping reads. It has 2: "id", "at".',
    )
  })

  it('that a file has twice stop it, if the mapping reads them', async () => {
    expect(ids(await readText(withFile({}), 'id,at,x,x\n1,2026-02-01T10:00:00Z,,\n'))).toEqual([
      '1',
    ])
    const { stop } = await readText(withFile({}), 'id,at,ID\n')
    expect(stop).toMatchObject({ reason: 'columns_doubled', lineNumber: 1 })
  })

  it('may be all there is', async () => {
    expect(await readText(withQueue(), header)).toEqual({ lines: [], stop: null })
  })
})

describe('files that are broken', { timeout: 60_000 }, () => {
  const many = header + Array.from({ length: 3_000 }, (_, place) => row(place + 1)).join('')

  it('or empty say so', async () => {
    for (const text of ['', '\n \r\n']) {
      expect((await readText(withQueue(), text)).stop).toMatchObject({ reason: 'empty' })
    }
    expect((await readBytes(withQueue(), [])).stop).toMatchObject({ reason: 'empty' })
  })

  it('are gunzipped where they begin as gzip does, however they are cut', async () => {
    const zipped = gzipSync(many)
    const single = Array.from(zipped.subarray(0, 30), (byte) => Uint8Array.of(byte))
    const read = await readBytes(withQueue(), [...single, zipped.subarray(30)])
    expect(ids(read).length).toBe(3_000)
  })

  it('give every whole line before the place where a gzip breaks off', async () => {
    const noise = Array.from({ length: 2_000 }, (_, place) => row(place + 1, `${Math.sin(place)}`))
    const zipped = gzipSync(header + noise.join(''))
    const whole = await readBytes(withQueue(), [zipped])
    for (const share of [0.001, 0.2, 0.5, 0.9, 0.9999]) {
      const { lines, stop } = await readBytes(withQueue(), [
        zipped.subarray(0, Math.floor(zipped.length * share)),
      ])
      expect(stop).toMatchObject({ reason: 'broken_off' })
      expect(lines).toEqual(whole.lines.slice(0, lines.length))
      expect(lines.length).toBeGreaterThanOrEqual(Math.floor(2_000 * share * 0.9) - 20)
      const atLine = lines.length === 0 ? stop?.lineNumber : lines.length + 2
      expect(stop?.lineNumber).toBe(atLine)
    }
  })

  it('say so where a gzip is damaged within', async () => {
    const zipped = gzipSync(many)
    zipped.fill(0xff, zipped.length - 40, zipped.length - 20)
    const { lines, stop } = await readBytes(withQueue(), [zipped])
    expect(stop).toMatchObject({ reason: 'broken_off' })
    expect(lines.length).toBeLessThan(3_000)
  })

  it('never give a line that the stream tore', async () => {
    async function* torn() {
      yield bytes(`${header}${row(1)}2,2026-02-01T10:00:00Z,sup`)
      throw new Error('connection reset')
    }
    const { lines, stop } = await readBytes(withQueue(), torn())
    expect(lines.map(({ lineNumber }) => lineNumber)).toEqual([2])
    expect(stop).toEqual({
      reason: 'broken_off',
      lineNumber: 3,
      message:
        'The file breaks off in line 3 (connection reset). The lines before it were read; transfer the file again and import it again.',
    })
  })

  it('name the line a quoted cell began in, if they break off inside it', async () => {
    async function* torn() {
      yield bytes(`${header}${row(1)}2,2026-02-01T10:00:00Z,"sup\nport and\nmore`)
      throw new Error('connection reset')
    }
    expect((await readBytes(withQueue(), torn())).stop).toMatchObject({ lineNumber: 3 })
  })

  it('stop at a line no file of calls has', async () => {
    const { lines, stop } = await readText(
      withQueue(),
      `${header}${row(1)}${'x'.repeat(1_000_001)}`,
    )
    expect(lines.length).toBe(1)
    expect(stop).toMatchObject({ reason: 'line_too_long', lineNumber: 3 })
  })
})

describe('the source', () => {
  const closed: string[] = []
  async function* endless(name: string, text: string) {
    try {
      for (;;) yield bytes(text)
    } finally {
      closed.push(name)
    }
  }

  it('is closed when the file is refused', async () => {
    await readBytes(withQueue(), endless('refused', 'nonsense\n'))
    expect(closed).toContain('refused')
  })

  it('is closed when the reader has had enough', async () => {
    const source = endless('left', `${header}${row(1)}`)
    for await (const step of readDelimited(source, mappingOf(withQueue()), now)) {
      expect(step.kind).toBe('lines')
      break
    }
    expect(closed).toContain('left')
  })
})
