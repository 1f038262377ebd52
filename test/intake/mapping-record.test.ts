import { describe, expect, it } from 'vitest'
import { compileMapping } from '../../server/intake/compile-mapping.ts'
import { mappingWith, recordOf, refusalOf } from './mapped-row.ts'
import { mappingOf, now, smallMapping } from './reading.ts'

describe('the leg', () => {
  const leg = {
    rep: { column: 'rep' },
    when: [{ column: 'kind', is: ['AGENT'] }],
    unless: [{ column: 'kind2', is: ['robot'] }],
    queue: { constant: 'support' },
    answeredAt: { after: 'startedAt' },
    endedAt: { after: 'leg.answeredAt', plus: ['leg.talkSeconds', 'leg.holdSeconds'] },
    ringSeconds: { column: 'ring', formats: ['seconds'] },
    talkSeconds: { column: 'talk', formats: ['seconds'] },
    holdSeconds: { column: 'hold', formats: ['seconds'] },
    wrapSeconds: { column: 'wrap', formats: ['seconds'] },
    talkIncludesHold: { constant: false },
    ending: { column: 'ending', map: { X: 'blind_transfer' } },
    endedBy: { column: 'by', map: { C: 'customer', A: 'rep' } },
    neutral: { column: 'misrouted', map: { yes: true }, otherwise: false },
  }
  const cells = {
    rep: 'R1',
    kind: 'AGENT',
    kind2: '',
    ring: '9',
    talk: '60',
    hold: '5',
    wrap: '7',
    ending: 'X',
    by: 'C',
    misrouted: 'yes',
  }

  it('has every field of a leg', () => {
    const call = { endedAt: { after: 'startedAt', plus: ['leg.talkSeconds'] } }
    expect(recordOf({ leg, call }, cells)).toMatchObject({
      endedAt: '2026-02-01T10:01:00Z',
      legs: [
        {
          rep: 'R1',
          queue: 'support',
          answeredAt: '2026-02-01T10:00:00Z',
          endedAt: '2026-02-01T10:01:05Z',
          ringSeconds: 9,
          talkSeconds: 60,
          holdSeconds: 5,
          wrapSeconds: 7,
          talkIncludesHold: false,
          ending: 'blind_transfer',
          endedBy: 'customer',
          neutral: true,
        },
      ],
    })
  })

  it('is not there without a rep, or where when or unless forbid it; its cells are not read', () => {
    const broken = { ...cells, talk: 'broken' }
    expect(recordOf({ leg }, { ...broken, rep: '' }).legs).toEqual([])
    expect(recordOf({ leg }, { ...broken, kind: 'HANG' }).legs).toEqual([])
    expect(recordOf({ leg }, { ...broken, kind2: 'robot' }).legs).toEqual([])
    expect(refusalOf({ leg }, broken)).toMatchObject({ field: 'legs.0.talkSeconds' })
  })
})

describe('a record as a whole', () => {
  it('needs its id, its start and its direction', () => {
    expect(refusalOf({}, { id: '' })).toMatchObject({
      reason: 'field_missing',
      field: 'externalId',
      message: 'externalId is required, and its cells say nothing.',
      externalId: null,
    })
    expect(refusalOf({}, { at: '' })).toMatchObject({ reason: 'field_missing', externalId: '1' })
    expect(refusalOf({ call: { direction: { column: 'd' } } }, { d: '' })).toMatchObject({
      field: 'direction',
    })
  })

  it('is held to the rules every record is held to', () => {
    expect(refusalOf({}, { at: '2036-02-01T10:00:00Z' })).toMatchObject({
      reason: 'in_the_future',
      externalId: '1',
    })
    const call = { endedAt: { column: 'end', formats: ['iso'] } }
    expect(refusalOf({ call }, { end: '2026-02-01T09:00:00Z' })).toMatchObject({
      reason: 'inconsistent',
      field: 'endedAt',
    })
    expect(refusalOf({ call: { queue: { column: 'q' } } }, { q: 'x'.repeat(201) })).toMatchObject({
      field: 'queue',
    })
  })

  it('remembers nothing of the row before', () => {
    const { read } = compileMapping(mappingOf(mappingWith({ call: { queue: { column: 'q' } } })), [
      'id',
      'at',
      'q',
    ])
    read(['1', '2026-02-01T10:00:00Z', 'support'], now)
    read(['2', 'broken', 'support'], now)
    expect(read(['3', '2026-02-01T10:00:00Z', ''], now)).toMatchObject({
      kind: 'record',
      record: { externalId: '3', queue: null },
    })
    expect(read(['', 'broken', ''], now)).toMatchObject({ externalId: null })
  })

  it('has as many cells as the file has columns', () => {
    const { read } = compileMapping(mappingOf(smallMapping), ['id', 'at'])
    expect(read(['1'], now)).toMatchObject({
      reason: 'malformed_line',
      message: 'The row has 1 cells and the file has 2 columns: 1 too few.',
    })
    expect(read(['1', '2', '3'], now)).toMatchObject({
      message: 'The row has 3 cells and the file has 2 columns: 1 too many.',
    })
  })
})

describe('the customer', () => {
  const call = { customer: { column: 'from' } }

  it('is a number in one form where the mapping names a country', () => {
    const customer = (from: string) => recordOf({ country: 'DE', call }, { from }).customer
    expect(customer('030 901820')).toBe('+4930901820')
    expect(customer('0049-30-901820')).toBe('+4930901820')
    expect(customer('7009')).toBe('7009')
    expect(customer('anonymous')).toBeNull()
    expect(customer('')).toBeNull()
  })

  it('is any text where it names none', () => {
    const customer = (from: string) => recordOf({ call }, { from }).customer
    expect(customer('030 901820')).toBe('030 901820')
    expect(customer('C-17')).toBe('C-17')
  })
})
