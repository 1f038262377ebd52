import fc from 'fast-check'
import { expect, test } from 'vitest'
import { list, show } from '../../shared/calls/contract.ts'
import { addressOf } from '../../web/api/address-of.ts'
import { readSearchText, writeSearchText } from '../../web/api/search-text.ts'

test('parameters stand in their places, encoded', () => {
  expect(addressOf(show, { callId: 42 })).toBe('/api/calls/42')
  expect(addressOf({ path: '/api/invitations/:token' }, { token: 'a/b c' })).toBe(
    '/api/invitations/a%2Fb%20c',
  )
})

test('arrays become repeated keys; what is absent is left out', () => {
  const query = { team: [1, 2], queue: ['tech & more'], from: undefined, after: null }
  expect(addressOf(list, {}, query)).toBe('/api/calls?team=1&team=2&queue=tech+%26+more')
  expect(addressOf(list)).toBe('/api/calls')
})

test('any texts come back from an address as they went in', () => {
  const search = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2, maxLength: 4 })),
  )
  fc.assert(
    fc.property(search, (given) => {
      expect(readSearchText(writeSearchText(given))).toEqual({ ...given })
    }),
  )
})
