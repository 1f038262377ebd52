import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callerNumber } from '../../server/intake/caller-number.ts'

describe('the number of a caller', () => {
  it.each([
    ['+49 30 901820', null],
    ['+4930901820', 'US'],
    ['030 901820', 'DE'],
    ['0049 (30) 90-18-20', 'DE'],
    ['4930901820', 'DE'],
    ['sip:+4930901820@pbx.example;user=phone', null],
    ['tel:+49-30-901820', null],
    ['"Jane Doe" <+4930901820>', 'US'],
    [' +4930901820 ', 'DE'],
  ])('is one in whatever way it is written: %s, %s', (text, country) => {
    expect(callerNumber(text, country)).toBe('+4930901820')
  })

  it('has no extension of its own', () => {
    expect(callerNumber('+44 20 7946 0000 x123', null)).toBe('+442079460000')
  })

  it.each([
    ['4930901820', null, '4930901820'],
    ['61491570156', 'US', '61491570156'],
    ['+15550100', 'US', '+15550100'],
    ['(555) 01-00', 'US', '5550100'],
    ['7009', 'DE', '7009'],
    ['30901', 'DE', '30901'],
    ['030 901820', 'XX', '030901820'],
  ])('stays as written where it can not be told: %s, %s', (text, country, number) => {
    expect(callerNumber(text, country)).toBe(number)
  })

  it.each([
    ...['', '  ', 'anonymous', 'Anonymous', 'UNKNOWN', 'restricted', 'withheld', 'Private'],
    ...['unavailable', '"Anonymous" <anonymous>', 'sip:anonymous@anonymous.invalid', '<>', '-'],
    ...['0', '0000000000', '+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'],
    ...['[No number]', 'Jane Doe', 'C-1234', 'jane@example.com'],
  ])('is null where none is shown: %j', (text) => {
    expect(callerNumber(text, 'US')).toBeNull()
    expect(callerNumber(text, null)).toBeNull()
  })

  it('is never taken from a text no number is as long as', () => {
    expect(callerNumber('9'.repeat(10_000), 'DE')).toBeNull()
  })

  it('says the same when it is asked about what it said', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\+?[0-9 ()-]{0,20}$/),
      fc.stringMatching(/^(sip:|tel:)?[a-z0-9+]{0,15}(@[a-z]{0,5})?$/),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('DE', 'US', 'AU', null), (given, country) => {
        const number = callerNumber(given, country)
        if (number === null) return
        expect(number).toMatch(/^\+?\d+$/)
        expect(callerNumber(number, country)).toBe(number)
      }),
      { numRuns: 2_000 },
    )
  })
})
