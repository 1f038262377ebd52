import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToTally, emptyTally } from '../../server/intake/intake-tally.ts'
import { readDelimited } from '../../server/intake/read-delimited.ts'
import { mappingOf, now, readBytes, readText, refusalsOf } from './reading.ts'
import { bytes, header, ids, queues, row, withFile, withQueue } from './small-files.ts'

describe('rows and lines', () => {
  it('have the number and the text of the line they begin in', async () => {
    const { lines } = await readText(
      withQueue(),
      `${header}${row(1)}\r\n${row(2, 'a "b"')}${row(3)}`,
    )
    expect(lines.map(({ lineNumber, text, outcome }) => [lineNumber, text, outcome.kind])).toEqual([
      [2, '1,2026-02-01T10:00:00Z,support', 'record'],
      [4, '2,2026-02-01T10:00:00Z,a "b"', 'refused'],
      [5, '3,2026-02-01T10:00:00Z,support', 'record'],
    ])
  })

  it('end with \\n or \\r\\n, and the last one with nothing', async () => {
    const text = `${header}${row(1)}${row(2)}`
    expect(ids(await readText(withQueue(), text.replaceAll('\n', '\r\n')))).toEqual(['1', '2'])
    expect(ids(await readText(withQueue(), text.trimEnd()))).toEqual(['1', '2'])
  })

  it('with too few or too many cells are refused one by one', async () => {
    const { lines } = await readText(withQueue(), `${header}1,x\n${row(2)}3,x,y,z\n`)
    expect(refusalsOf(lines)).toMatchObject([
      {
        lineNumber: 2,
        text: '1,x',
        reason: 'malformed_line',
        message: 'The row has 2 cells and the file has 3 columns: 1 too few.',
      },
      { lineNumber: 4, message: 'The row has 4 cells and the file has 3 columns: 1 too many.' },
    ])
    expect(lines.length).toBe(3)
  })

  it('are all accounted for', async () => {
    const mapping = {
      ...withQueue(),
      ignore: [{ rule: 'test', when: [{ column: 'queue', is: ['t'] }] }],
    }
    const { lines } = await readText(
      mapping,
      `${header}${row(1)}${row(2, 't')}${row(3, 't')}4\n${row('')}`,
    )
    const tally = emptyTally()
    addToTally(tally, lines)
    expect(tally).toEqual({
      read: 5,
      accepted: 1,
      joined: 0,
      ignoredByRule: new Map([['test', 2]]),
      refusedByReason: new Map([
        ['malformed_line', 1],
        ['field_missing', 1],
      ]),
    })
  })
})

describe('quotes', { timeout: 60_000 }, () => {
  it('enclose delimiters, quotes and line ends', async () => {
    const read = await readText(
      withQueue(),
      `"id",at,"queue"\n${row('"1"', '"a,b"')}${row(2, '"say ""x"""')}${row(3, '"two\nlines"')}${row(4)}`,
    )
    expect(queues(read)).toEqual(['a,b', 'say "x"', 'two\nlines', 'support'])
    expect(read.lines.map(({ lineNumber }) => lineNumber)).toEqual([2, 3, 4, 6])
  })

  it('may be others, or none', async () => {
    expect(
      queues(await readText(withQueue({ quote: "'" }), `${header}${row(1, "'a,b'")}`)),
    ).toEqual(['a,b'])
    expect(
      queues(await readText(withQueue({ quote: null }), `${header}${row(1, '5" pipe')}`)),
    ).toEqual(['5" pipe'])
  })

  it.each([
    ['inside a cell', row(2, '5" pipe')],
    ['opened and not closed', row(2, '"abc')],
    ['closed before the end of the cell', row(2, '"a"bc')],
  ])('%s cost only the line they stand in', async (_, broken) => {
    const text = `${header}${row(1)}${broken}${row(3, '"x"')}${row(4)}${row(5, '"y,z"')}`
    const { lines, stop } = await readText(withQueue(), text)
    expect(stop).toBeNull()
    expect(refusalsOf(lines)).toMatchObject([
      { lineNumber: 3, text: broken.trimEnd(), reason: 'malformed_line', field: null },
    ])
    expect(lines.map(({ lineNumber }) => lineNumber)).toEqual([2, 3, 4, 5, 6])
  })

  it('never closed cost only their line, in a long file without another quote too', async () => {
    const many = Array.from({ length: 500 }, (_, place) => row(place + 2)).join('')
    const { lines } = await readText(withQueue(), `${header}${row(1, '"abc')}${many}`)
    expect(lines.length).toBe(501)
    expect(refusalsOf(lines).map(({ lineNumber }) => lineNumber)).toEqual([2])
  })

  it('of any table are read back, however the bytes are cut', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ü', '"', ',', '\n', '\r\n', ' b'),
      maxLength: 6,
    })
    const quotedCell = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        async (cells, size) => {
          const text =
            header + cells.map((queue, place) => row(place + 1, quotedCell(queue))).join('')
          const all = bytes(text)
          const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, place) =>
            all.subarray(place * size, (place + 1) * size),
          )
          const read = queues(await readBytes(withQueue(), chunks))
          expect(read).toEqual(
            cells.map((queue) => {
              const cleaned = queue.replaceAll('\r\n', '\n').trim()
              return cleaned === '' ? null : cleaned
            }),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('anything', { timeout: 60_000 }, () => {
  it('is accounted for line by line, whatever it is', async () => {
    const piece = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n'), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(piece, async (text) => {
        const { lines } = await readText(withFile({ columns: ['id', 'at'] }), text)
        const source = text.split('\n')
        for (const line of lines) {
          const height = line.text.split('\n').length
          const from = line.lineNumber - 1
          expect(source.slice(from, from + height).join('\n')).toBe(line.text)
          source.fill('', from, from + height)
        }
        expect(source.join('')).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('comes in batches of a bounded size, even if it arrives at once', async () => {
    const text = header + Array.from({ length: 50_000 }, (_, place) => row(place)).join('')
    const sizes: number[] = []
    for await (const step of readDelimited(
      Readable.from([bytes(text)]),
      mappingOf(withQueue()),
      now,
    )) {
      if (step.kind === 'lines') sizes.push(step.lines.length)
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50_000)
    expect(Math.max(...sizes)).toBeLessThan(2_000)
  })
})
