import { describe, expect, it } from 'vitest'
import { outsideNumber } from '../../../server/intake/adapters/outside-number.ts'

describe('the number of somebody from outside', () => {
  it.each([
    ['+44 330 818 6690', null, '+443308186690'],
    ['tel:+1-555-010-0123', null, '+15550100123'],
    ['sip:+4930555001@pbx.example', null, '+4930555001'],
    ['030 555001', 'DE', '+4930555001'],
    ['0049 30 555001', 'DE', '+4930555001'],
    ['030 555001', null, '030555001'],
    ['8005550100', null, '8005550100'],
    ['030 555001', 'XX', '030555001'],
  ])('%s in %s is %s', (text, country, expected) => {
    expect(outsideNumber(text, country)).toBe(expected)
  })

  it.each([
    ...['anonymous', 'Unknown', 'RESTRICTED', 'Private', 'unavailable', '', '  ', '-', 'Ann'],
    ...['1001', '7009', '0', 'sip:anonymous@anonymous.invalid'],
  ])('%s is nobody’s', (text) => {
    expect(outsideNumber(text, 'DE')).toBeNull()
  })
})
