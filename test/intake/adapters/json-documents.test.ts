import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  charactersPerDocumentLimit,
  openJsonDocuments,
} from '../../../server/intake/adapters/json-documents.ts'
import { depthPerDocumentLimit } from '../../../server/intake/adapters/json-scanner.ts'
import { piecesOf } from './mutations.ts'

function cut(...pieces: string[]) {
  const documents = openJsonDocuments()
  return [...pieces.flatMap((piece) => documents.take(piece)), ...documents.end()]
}
const values = (...pieces: string[]) =>
  cut(...pieces).map(({ value, problem }) => (problem === null ? value : 'problem'))

describe('documents one after the other', () => {
  it.each([
    ['without anything between them', '{"a":1}{"a":2}{"a":3}'],
    ['one a line', '{"a":1}\n{"a":2}\r\n{"a":3}\n'],
    ['over several lines', '{\n "a": 1\n}\n{\n "a": 2\n}\n\n{ "a": 3 }'],
    ['as a list', '[{"a":1},{"a":2},{"a":3}]'],
    ['as a list over several lines', '[\n  {"a":1},\n  {"a":2},\n  {"a":3}\n]\n'],
    ['as several lists', '[{"a":1},{"a":2}]\n[{"a":3}]'],
    ['behind a byte order mark', '\uFEFF{"a":1} {"a":2} {"a":3}'],
    ['with commas between them', '{"a":1},\n{"a":2},\n{"a":3},\n'],
  ])('are read %s', (_, text) => {
    expect(values(text)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }])
  })

  it('are numbered from 1 and keep their text', () => {
    expect(cut('[{"a":1},\n{"b":"}"}]')).toMatchObject([
      { number: 1, text: '{"a":1}' },
      { number: 2, text: '{"b":"}"}' },
    ])
  })

  it('may hold brackets, quotes and escapes in their texts', () => {
    const tricky = { a: '}{][', b: '\\"}', c: ['{', '\\'], d: { e: ',' } }
    expect(values(JSON.stringify(tricky) + JSON.stringify(tricky))).toEqual([tricky, tricky])
  })

  it('are none in an empty text, or an empty list', () => {
    expect([cut(''), cut(' \n '), cut('[]'), cut('[ ]\n')]).toEqual([[], [], [], []])
  })

  it('are the same in any pieces', () => {
    const text = '[{"a":"\\"}{"},{"b":[1,{"c":2}]}]\n{"d":1}{"e": tru}\n{"f":"x\ny"}{"g":1}'
    const whole = cut(text)
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (places) => {
        expect(cut(...piecesOf(text, places))).toEqual(whole)
      }),
    )
  })
})

describe('a broken document costs itself', () => {
  it('where a line was cut off within a text', () => {
    expect(values('{"a":"xy\n{"a":2}\n{"a":3}')).toEqual(['problem', { a: 2 }, { a: 3 }])
  })

  it('where a line was cut off behind a value', () => {
    expect(values('{"a":{"b":1\n{"a":2}\n{"a":3}')).toEqual(['problem', { a: 2 }, { a: 3 }])
  })

  it('where a line was cut off behind a colon: it takes the next with it, no more', () => {
    expect(values('{"a":\n{"a":2}\n{"a":3}\n{"a":4}')).toEqual(['problem', { a: 3 }, { a: 4 }])
  })

  it('where the wrong bracket closes', () => {
    expect(values('{"a":[1,2}{"a":2}')).toEqual(['problem', { a: 2 }])
  })

  it('where it is no JSON inside', () => {
    expect(values('{"a":01}{a:1}{"a":2}')).toEqual(['problem', 'problem', { a: 2 }])
  })

  it('where words stand between documents', () => {
    expect(values('{"a":1}\nHTTP 200 OK, fine\n{"a":2}')).toEqual([{ a: 1 }, 'problem', { a: 2 }])
  })

  it('where the file breaks off, and says so of a list too', () => {
    expect(values('{"a":1}{"a":')).toEqual([{ a: 1 }, 'problem'])
    expect(values('[{"a":1},')).toEqual([{ a: 1 }, 'problem'])
  })

  it('where it nests too deep, without using up the stack', () => {
    const deep = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
    expect(values(`${deep(depthPerDocumentLimit)}{"a":2}`)[1]).toEqual({ a: 2 })
    expect(values(deep(depthPerDocumentLimit))[0]).not.toBe('problem')
    expect(values(`${deep(50_000)}{"a":2}`)).toEqual(['problem', { a: 2 }])
  })

  it('where it is too long, without being held', () => {
    const long = `{"a":"${'x'.repeat(charactersPerDocumentLimit)}"}`
    const [first, second] = cut(...piecesOf(`${long}{"a":2}`, [0.1, 0.3, 0.5, 0.9]))
    expect(first?.problem).toContain('4000000')
    expect(first?.text.length).toBeLessThan(1_000)
    expect(second?.value).toEqual({ a: 2 })
  })
})

it('reads a text with no end of it in time that grows with its length', () => {
  const seconds = (text: string) => {
    const begin = performance.now()
    cut(text)
    return (performance.now() - begin) / 1000
  }
  const perMegabyte = seconds('{"a":"' + '['.repeat(1_000_000)) + seconds('['.repeat(1_000_000))
  expect(perMegabyte).toBeLessThan(2)
})
