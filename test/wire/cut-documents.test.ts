import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  brokenCharactersKept,
  type Cut,
  documentCharactersLimit,
  documentCutter,
} from '../../shared/wire/documents/cut-documents.ts'
import { nestingLimit } from '../../shared/wire/documents/document-scan.ts'

function cut(text: string, pieces: (text: string) => string[] = (all) => [all], inside?: string) {
  const cutter = documentCutter(inside ?? null)
  const cuts = pieces(text).flatMap((piece) => cutter.take(piece))
  const end = cutter.end()
  return { cuts: [...cuts, ...end.cuts], isInArray: end.isInArray }
}

const byCharacter = (text: string): string[] =>
  [...Array(text.length).keys()].map((at) => text[at]!)
/** Documents as they stand, broken text in angle brackets. */
const shown = (cuts: readonly Cut[]): string[] =>
  cuts.map((each) => (each.kind === 'document' ? each.text : `<${each.text}>`))

/** Cuts in one piece and sign by sign; both must give the same. */
function read(text: string, inside?: string): string[] {
  const whole = cut(text, undefined, inside)
  expect(cut(text, byCharacter, inside)).toEqual(whole)
  return shown(whole.cuts)
}

describe('documents', () => {
  it.each([
    ['one', '{"a":1}', ['{"a":1}']],
    ['one a line', '{"a":1}\n{"a":2}\r\n\n{"a":3}', ['{"a":1}', '{"a":2}', '{"a":3}']],
    ['side by side', '{"a":1}{"a":2}', ['{"a":1}', '{"a":2}']],
    ['in an array', '[{"a":1},{"a":2}]', ['{"a":1}', '{"a":2}']],
    ['in several arrays', '[{"a":1}][{"a":2}]\n[]', ['{"a":1}', '{"a":2}']],
    [
      'over lines',
      '{\n  "a": {\n    "b": 1\n  }\n}\n{\n}',
      ['{\n  "a": {\n    "b": 1\n  }\n}', '{\n}'],
    ],
    [
      'with the signs of JSON in texts',
      '{"a":"}{\\"[\\\\"}{"a":"]"}',
      ['{"a":"}{\\"[\\\\"}', '{"a":"]"}'],
    ],
    ['after a byte order mark', '\ufeff{"a":1}', ['{"a":1}']],
    ['after record separators', '\u001e{"a":1}\n\u001e{"a":2}\n', ['{"a":1}', '{"a":2}']],
    ['none', ' \n ', []],
    ['an empty array', '[]', []],
  ])('%s', (_, text, documents) => {
    expect(read(text)).toEqual(documents)
  })

  it('in an object around them, which is none of them', () => {
    const around = '{"totalHits":2, "conversations" : [{"a":[1]},{"a":2}], "more":[3]}\n{"a":[3]}'
    expect(read(around, 'conversations')).toEqual(['{"a":[1]}', '{"a":2}', '{"a":[3]}'])
    expect(read(around)).toHaveLength(2)
  })

  it('an array that was never closed is told of', () => {
    expect(cut('[{"a":1},')).toMatchObject({ cuts: [{ text: '{"a":1}' }], isInArray: true })
    expect(cut('{"list":[{"a":1}]', undefined, 'list').isInArray).toBe(true)
    expect(cut('[{"a":1}]').isInArray).toBe(false)
  })
})

describe('a broken document costs only itself', () => {
  it.each([
    ['a quote too many, one a line', '{"a":"x"y"}\n{"a":2}', ['<{"a":"x"y"}>', '{"a":2}']],
    ['a text over a line', '{"a":"x\n{"b":2}\n{"b":3}', ['<{"a":"x>', '{"b":2}', '{"b":3}']],
    [
      'cut off in a text, side by side',
      '{"a":1,"b":{"c{"a":2}{"a":3}',
      ['<{"a":1,"b":{"c>', '{"a":2}', '{"a":3}'],
    ],
    [
      'cut off before a value, one a line',
      '{"b":1}\n{"b":\n{"b":\n{"b":2}\n{"b":3}',
      ['{"b":1}', '<{"b":>', '<{"b":>', '{"b":2}', '{"b":3}'],
    ],
    [
      'cut off in an array of its own',
      '[{"a":[1,{"a":2},{"a":3},{"a":4}]',
      ['<{"a":[1,>', '{"a":2}', '{"a":3}', '{"a":4}'],
    ],
    ['a bracket too many', '{"a":1}}\n{"a":2}', ['{"a":1}', '<}>', '{"a":2}']],
    ['the wrong bracket', '{"a":[1}{"a":2}', ['<{"a":[1}>', '{"a":2}']],
    ['not JSON at all', "{'a': 1}\n{'a': 2}\n{\"a\":3}", ["<{'a': 1}>", "<{'a': 2}>", '{"a":3}']],
    [
      'words between',
      'say {"a":1} 7, "x"\nand [{"a":2}]',
      ['<say>', '{"a":1}', '<7>', '<"x">', '<and>', '{"a":2}'],
    ],
    ['the last one, cut off', '{"a":1}{"a":', ['{"a":1}', '<{"a":>']],
  ])('%s', (_, text, cuts) => {
    expect(read(text)).toEqual(cuts)
  })

  it('nested too deep', () => {
    const deep = `{"a":${'['.repeat(nestingLimit)}${']'.repeat(nestingLimit)}}`
    const deepest = `{"a":${'['.repeat(nestingLimit - 1)}${']'.repeat(nestingLimit - 1)}}`
    const [broken, next] = cut(`${deep}{"a":1}`).cuts
    expect(broken).toMatchObject({ kind: 'broken', message: 'it is nested deeper than 64 levels' })
    expect(next).toEqual({ kind: 'document', text: '{"a":1}' })
    expect(cut(deepest).cuts).toEqual([{ kind: 'document', text: deepest }])
  })

  it('too long', () => {
    const long = `{"a":"${'x'.repeat(documentCharactersLimit)}"}\n`
    for (const pieces of [
      (text: string) => [text],
      (text: string) => text.match(/[^]{1,65536}/g)!,
    ]) {
      const { cuts } = cut(`${long}{"a":1}`, pieces)
      expect(cuts.map(({ kind }) => kind)).toEqual(['broken', 'document'])
      expect(cuts[0]!.text).toHaveLength(brokenCharactersKept)
    }
  })
})

const record = fc.record({
  id: fc.string(),
  legs: fc.array(fc.record({ rep: fc.string(), talk: fc.nat() }), { maxLength: 3 }),
})
const forms: readonly ((documents: string[]) => string)[] = [
  (documents) => documents.join('\n'),
  (documents) => documents.join(''),
  (documents) => `[${documents.join(',')}]`,
]

describe('any documents', () => {
  it('in any form and any pieces are cut out as they were put in', () => {
    fc.assert(
      fc.property(
        fc.array(record),
        fc.constantFrom(...forms),
        fc.boolean(),
        fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
        (records, form, isWide, lengths) => {
          const documents = records.map((each) => JSON.stringify(each, null, isWide ? 2 : 0))
          const pieces = (text: string): string[] => {
            const all: string[] = []
            for (let at = 0; at < text.length; at += all.at(-1)!.length) {
              all.push(text.slice(at, at + (lengths.next().value as number)))
            }
            return all
          }
          expect(shown(cut(form(documents), pieces).cuts)).toEqual(documents)
        },
      ),
    )
  })

  it('one broken among them leaves all others', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...forms),
        (records, which, where, form) => {
          const documents = records.map((each) => JSON.stringify(each))
          const at = which % documents.length
          const before = documents.filter((_, index) => index !== at)
          const broken = documents[at]!
          documents[at] = broken.slice(0, 1 + (where % (broken.length - 1)))
          // The first one shows how the others begin; with less than a key it can't.
          if (at === 0 && documents[at].length < 5) return
          expect(read(form(documents)).filter((each) => !each.startsWith('<'))).toEqual(before)
        },
      ),
    )
  })
})

describe('whatever a text holds, reading it takes time by its length', () => {
  it.each([
    ['nested', '{"a":'],
    ['opened', '{'],
    ['quotes', '{"a":"x"y'],
    ['closed', ']'],
    ['deep', `{"a":${'['.repeat(nestingLimit + 1)}`],
    ['arrays', '{"a":[1,'],
    ['blanks', '{      '],
    ['lines', '\n{\n'],
  ])('%s', (_, part) => {
    const time = (length: number): number => {
      const text = part.repeat(length / part.length)
      const start = performance.now()
      cut(text, (all) => all.match(/[^]{1,65536}/g)!)
      return performance.now() - start
    }
    time(100_000)
    expect(time(800_000)).toBeLessThan(40 * Math.max(time(100_000), 5))
  })
})
