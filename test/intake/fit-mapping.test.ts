import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMapping } from '../../server/intake/compile-mapping.ts'
import { allPresets } from '../../server/intake/presets/all-presets.ts'
import { readMapping } from '../../server/intake/read-mapping.ts'
import { columnsRead } from '../../server/intake/recognition/columns-read.ts'
import { fitMapping } from '../../server/intake/recognition/fit-mapping.ts'
import { type Extra, mappingWith } from './mapped-row.ts'
import { mappingOf } from './reading.ts'

const fitted = (extra: Extra, ...columns: string[]) =>
  fitMapping(mappingOf(mappingWith(extra)), ['id', 'at', ...columns])

describe('fitting a mapping to the columns of a file', () => {
  it('leaves it as it is where the file has all of them', () => {
    const { mapping, missing } = fitted({ call: { queue: { column: 'Q' } } }, ' q ')
    expect(mapping).toEqual(mappingOf(mappingWith({ call: { queue: { column: 'Q' } } })))
    expect(missing).toEqual([])
  })

  it('takes out fields, parts of lists, rules and cleaning that read what is not there', () => {
    const { mapping, found, missing } = fitted(
      {
        columns: { a: { nulls: ['x'] }, b: { nulls: ['y'] } },
        ignore: [
          { rule: 'one', when: [{ column: 'a', is: ['1'] }] },
          { rule: 'two', when: [{ column: 'b', sameAs: 'c' }] },
        ],
        call: {
          queue: { firstOf: [{ column: 'c' }, { column: 'b' }] },
          issue: { template: '{b}-{c}' },
          customer: { column: 'b', when: [{ column: 'd', is: ['1'] }] },
          disposition: { code: { column: 'e' }, label: { column: 'b' } },
          csat: { score: { column: 'f' }, min: 1, max: 5 },
        },
        leg: { rep: { column: 'b' }, queue: { column: 'c' } },
      },
      'b',
    )
    expect(missing.sort()).toEqual(['a', 'c', 'd', 'e', 'f'])
    expect(found).toContain('b')
    expect(mapping).toMatchObject({
      columns: { b: {} },
      call: { queue: { column: 'b' }, disposition: { label: { column: 'b' } } },
      leg: { rep: { column: 'b' } },
    })
    expect(Object.keys(mapping!.call).sort()).toEqual(
      ['direction', 'disposition', 'externalId', 'queue', 'startedAt'].sort(),
    )
    expect(mapping).not.toHaveProperty('ignore')
    expect(mapping).not.toHaveProperty('columns.a')
  })

  it('takes out what is counted from fields that are gone, however far', () => {
    const { mapping } = fitted(
      {
        call: {
          queueSeconds: { column: 'wait', formats: ['seconds'] },
          answeredAt: { after: 'startedAt', plus: ['queueSeconds'] },
          endedAt: { after: 'answeredAt', plus: ['leg.talkSeconds'] },
        },
        leg: {
          rep: { column: 'rep' },
          answeredAt: { after: 'answeredAt' },
          talkSeconds: { column: 'talk', formats: ['seconds'] },
        },
      },
      ...['rep', 'talk'],
    )
    expect(Object.keys(mapping!.call).sort()).toEqual(['direction', 'externalId', 'startedAt'])
    expect(Object.keys(mapping!.leg!).sort()).toEqual(['rep', 'talkSeconds'])
  })

  it('gives none where the file lacks what every record needs', () => {
    expect(fitMapping(mappingOf(mappingWith({})), ['id', 'x']).mapping).toBeNull()
  })

  it('gives a mapping that compiles for whatever columns a preset is left with', () => {
    const preset = fc.constantFrom(...allPresets)
    const choice = preset.chain(({ mapping }) => {
      const whole = { zone: 'UTC', ...mapping, source: 'x' }
      return fc.tuple(fc.constant(whole), fc.subarray(columnsRead(whole)))
    })
    fc.assert(
      fc.property(choice, ([whole, columns]) => {
        const { mapping, found, missing } = fitMapping(whole, columns)
        expect(found.length).toBe(columns.length)
        expect(found.length + missing.length).toBe(columnsRead(whole).length)
        if (!mapping) return
        expect(readMapping(mapping).problems).toEqual([])
        expect(compileMapping(mapping, columns)).toMatchObject({ missing: [], doubled: [] })
      }),
      { numRuns: 500 },
    )
  })
})
