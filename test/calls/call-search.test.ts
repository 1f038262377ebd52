import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { secondsLimit } from '../../shared/calls/call-record.ts'
import { list } from '../../shared/calls/contract.ts'
import { countings } from '../../shared/calls/countings.ts'
import { callClasses, outcomes } from '../../shared/calls/words.ts'
import { Compile } from 'typebox/compile'
import { readSearchText, writeSearchText } from '../../web/api/search-text.ts'
import { countFilters, readCallSearch } from '../../web/calls/call-search.ts'

const query = Compile(list.query)

const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const name = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .filter((text) => text.length <= 200)
const day = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const some = <T>(one: fc.Arbitrary<T>, most = 50) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: most })

const filters: fc.Arbitrary<CallFilter> = fc
  .record(
    {
      team: some(id),
      rep: some(id, 200),
      queue: some(name),
      issue: some(name),
      audience: some(name),
      outcome: fc.subarray([...outcomes], { minLength: 1 }),
      class: fc.subarray([...callClasses], { minLength: 1 }),
      from: day,
      to: day,
      counted: fc.constantFrom(...countings),
      uptoSeconds: fc.integer({ min: 0, max: secondsLimit }),
      beyondSeconds: fc.integer({ min: 0, max: secondsLimit }),
    },
    { requiredKeys: [] },
  )
  .filter(({ from, to }) => from === undefined || to === undefined || from <= to)

describe('a filter in the address', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readCallSearch(readSearchText(writeSearchText(filter)))).toEqual(filter)
      }),
    )
  })

  test('is always one the server takes, whatever somebody typed', () => {
    const typed = fc.dictionary(
      fc.constantFrom(
        'team',
        'rep',
        'queue',
        'issue',
        'audience',
        'outcome',
        'class',
        'from',
        'to',
        'counted',
        'uptoSeconds',
        'beyondSeconds',
      ),
      fc.oneof(
        fc.anything(),
        fc.string({ maxLength: 300 }),
        fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 300 }),
      ),
    )
    fc.assert(
      fc.property(typed, (search) => {
        const filter = readCallSearch(search)
        expect(query.Check(filter), JSON.stringify(filter)).toBe(true)
        expect(readCallSearch(filter)).toEqual(filter)
      }),
    )
  })

  test('leaves out what makes no sense', () => {
    expect(
      readCallSearch({
        team: ['3', '-1', 'x', '3'],
        rep: '0',
        class: ['hurried', 'slow'],
        queue: '',
        from: '2026-02-30',
      }),
    ).toEqual({ team: [3], class: ['hurried'] })
  })

  test('takes two days in either order', () => {
    expect(readCallSearch({ from: '2026-03-09', to: '2026-03-02' })).toEqual({
      from: '2026-03-02',
      to: '2026-03-09',
    })
  })
})

test('two days are one filter', () => {
  expect(countFilters({})).toBe(0)
  expect(countFilters({ counted: 'time_recorded', uptoSeconds: 180 })).toBe(1)
  expect(countFilters({ from: '2026-03-02', to: '2026-03-09', rep: [1, 2] })).toBe(2)
})
