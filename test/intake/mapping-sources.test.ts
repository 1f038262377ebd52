import { describe, expect, it } from 'vitest'
import { outcomeOf, recordOf, refusalOf, type Extra } from './mapped-row.ts'

const queueOf = (queue: object, cells: Record<string, string>, extra: Extra = {}) =>
  recordOf({ ...extra, call: { queue } }, cells).queue

describe('where a text comes from', () => {
  it('a column, whatever the case and the blanks of its name', () => {
    expect(queueOf({ column: 'team' }, { ' Team ': 'support' })).toBe('support')
  })

  it('a constant', () => {
    expect(queueOf({ constant: 'all' }, {})).toBe('all')
  })

  it('a template, and null if one of its cells is', () => {
    const template = { template: '{line}-{day}/x' }
    expect(queueOf(template, { line: 'A', day: '3' })).toBe('A-3/x')
    expect(queueOf(template, { line: 'A', day: ' ' })).toBeNull()
  })

  it('the first of several that gives a value', () => {
    const sources = { firstOf: [{ column: 'a' }, { column: 'b' }, { constant: 'none' }] }
    expect(queueOf(sources, { a: 'x', b: 'y' })).toBe('x')
    expect(queueOf(sources, { a: '', b: 'y' })).toBe('y')
    expect(queueOf(sources, { a: '', b: '' })).toBe('none')
  })

  it('a map; what it does not list stays as it is, or becomes otherwise', () => {
    const map = { S: 'support', '-': null }
    expect(queueOf({ column: 'q', map }, { q: 'S' })).toBe('support')
    expect(queueOf({ column: 'q', map }, { q: '-' })).toBeNull()
    expect(queueOf({ column: 'q', map }, { q: 'sales' })).toBe('sales')
    expect(queueOf({ column: 'q', map, otherwise: 'rest' }, { q: 'sales' })).toBe('rest')
    expect(queueOf({ column: 'q', map, otherwise: null }, { q: 'sales' })).toBeNull()
  })
})

describe('when a source speaks', () => {
  const when = (test: object) => ({ constant: 'yes', when: [test] })

  it('is, isNot and matches look at the cleaned cell; null is an empty one', () => {
    expect(queueOf(when({ column: 'a', is: ['1', '2'] }), { a: ' 2 ' })).toBe('yes')
    expect(queueOf(when({ column: 'a', is: ['1', '2'] }), { a: '3' })).toBeNull()
    expect(queueOf(when({ column: 'a', is: [null] }), { a: ' ' })).toBe('yes')
    expect(queueOf(when({ column: 'a', isNot: ['1', null] }), { a: '2' })).toBe('yes')
    expect(queueOf(when({ column: 'a', isNot: ['1', null] }), { a: '' })).toBeNull()
    expect(queueOf(when({ column: 'a', matches: '^in' }), { a: 'inbound' })).toBe('yes')
    expect(queueOf(when({ column: 'a', matches: '^in' }), { a: 'Inbound' })).toBeNull()
    expect(queueOf(when({ column: 'a', matches: '^$' }), { a: '' })).toBeNull()
  })

  it('sameAs and differsFrom look at two cells; empty is the same as empty', () => {
    const when = (test: object) => ({ constant: 'yes', when: [{ column: 'a', ...test }] })
    expect(queueOf(when({ sameAs: 'b' }), { a: '1', b: ' 1 ' })).toBe('yes')
    expect(queueOf(when({ sameAs: 'b' }), { a: '', b: '' })).toBe('yes')
    expect(queueOf(when({ sameAs: 'b' }), { a: '1', b: '' })).toBeNull()
    expect(queueOf(when({ differsFrom: 'b' }), { a: '1', b: '' })).toBe('yes')
    expect(queueOf(when({ differsFrom: 'b' }), { a: '1', b: '1' })).toBeNull()
  })

  it('when needs all of its tests; unless forbids only if all of its tests hold', () => {
    const tests = [
      { column: 'a', is: ['1'] },
      { column: 'b', is: ['1'] },
    ]
    expect(queueOf({ constant: 'yes', when: tests }, { a: '1', b: '1' })).toBe('yes')
    expect(queueOf({ constant: 'yes', when: tests }, { a: '1', b: '2' })).toBeNull()
    expect(queueOf({ constant: 'yes', unless: tests }, { a: '1', b: '1' })).toBeNull()
    expect(queueOf({ constant: 'yes', unless: tests }, { a: '1', b: '2' })).toBe('yes')
  })
})

describe('cleaning', () => {
  it('rewrites by the first pattern that matches, then aliases, then nulls', () => {
    const columns = {
      q: {
        rewrite: [
          { pattern: '^NO_SERVER_(R\\d+)$', to: '$1' },
          { pattern: '^X-(.*)', to: ' $1 ' },
          { pattern: '^R', to: 'never' },
        ],
        aliases: { R05: 'Anna', gone: '0' },
        nulls: ['NO_SERVER', '0'],
        nullPatterns: ['^\\d(\\.\\d+)?E\\+\\d+$'],
      },
    }
    const clean = (q: string) => queueOf({ column: 'q' }, { q }, { columns })
    expect(clean('NO_SERVER_R05')).toBe('Anna')
    expect(clean('X-y')).toBe('y')
    expect(clean('NO_SERVER')).toBeNull()
    expect(clean('gone')).toBeNull()
    expect(clean('3.27E+11')).toBeNull()
    expect(clean('3.27E+11 ')).toBeNull()
    expect(clean('3.27e+11')).toBe('3.27e+11')
  })

  it('takes out what means "not known" everywhere', () => {
    const everywhere = { nulls: ['[None]'], nullPatterns: ['^-+$'] }
    expect(queueOf({ column: 'q' }, { q: '[None]' }, everywhere)).toBeNull()
    expect(queueOf({ column: 'q' }, { q: '---' }, everywhere)).toBeNull()
    expect(queueOf({ column: 'q' }, { q: '' }, everywhere)).toBeNull()
    expect(queueOf({ column: 'q' }, { q: 'None' }, everywhere)).toBe('None')
  })
})

describe('rows that are ignored', () => {
  const ignore = [
    { rule: 'test calls', when: [{ column: 'q', is: ['test'] }] },
    { rule: 'phantoms', when: [{ column: 'kind', is: ['PHANTOM'] }] },
  ]

  it('are counted by the first rule that holds, before anything is read', () => {
    const outcome = (cells: Record<string, string>) => outcomeOf({ ignore }, cells)
    expect(outcome({ q: 'test', kind: 'PHANTOM', at: 'x' })).toEqual({
      kind: 'ignored',
      rule: 'test calls',
    })
    expect(outcome({ q: 'a', kind: 'PHANTOM' })).toEqual({ kind: 'ignored', rule: 'phantoms' })
    expect(outcome({ q: 'a', kind: 'AGENT' }).kind).toBe('record')
  })
})

describe('words, yes and no, numbers', () => {
  it('are taken as they are, or by their map, or refused with what there is', () => {
    const call = {
      direction: { column: 'd', map: { in: 'inbound' } },
      abandoned: { column: 'a', map: { HANG: true, AGENT: false } },
      declaredResolution: { column: 'r', map: { Y: 'resolved', N: 'not_resolved' } },
      version: { column: 'v' },
    }
    const cells = { d: 'in', a: 'HANG', r: 'N', v: '3' }
    expect(recordOf({ call }, cells)).toMatchObject({
      direction: 'inbound',
      abandoned: true,
      declaredResolution: 'not_resolved',
      version: 3,
    })
    expect(recordOf({ call }, { ...cells, d: 'outbound', a: 'false' })).toMatchObject({
      direction: 'outbound',
      abandoned: false,
    })
    expect(refusalOf({ call }, { ...cells, d: 'IN' })).toEqual({
      kind: 'refused',
      reason: 'field_invalid',
      field: 'direction',
      message:
        'direction: "IN" in column "d" is none of inbound, outbound, internal; list it in the map of this field.',
      externalId: '1',
    })
    expect(refusalOf({ call }, { ...cells, a: 'Ja' })).toMatchObject({ field: 'abandoned' })
    expect(refusalOf({ call }, { ...cells, v: '3rd' })).toMatchObject({ field: 'version' })
    expect(refusalOf({ call }, { ...cells, v: '3.5' })).toMatchObject({ field: 'version' })
  })

  it('a rating has its scale; one outside of it is refused', () => {
    const call = { csat: { score: { column: 's', map: { good: 5 } }, min: 1, max: 5 } }
    expect(recordOf({ call }, { s: '4' }).csat).toEqual({ score: 4, min: 1, max: 5 })
    expect(recordOf({ call }, { s: 'good' }).csat).toEqual({ score: 5, min: 1, max: 5 })
    expect(recordOf({ call }, { s: '' }).csat).toBeNull()
    expect(refusalOf({ call }, { s: '6' })).toMatchObject({ field: 'csat' })
  })

  it('a disposition may have a code, a label, or neither', () => {
    const call = { disposition: { code: { column: 'c' }, label: { column: 'l' } } }
    expect(recordOf({ call }, { c: 'F', l: '' }).disposition).toEqual({ code: 'F', label: null })
    expect(recordOf({ call }, { c: '', l: '' }).disposition).toBeNull()
  })
})
