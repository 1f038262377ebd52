import { expect, it } from 'vitest'
import { nameLengthLimit } from '../../shared/calls/call-record.ts'
import { cutName } from '../../shared/calls/cut-name.ts'

it('leaves a name as it is up to the limit, and cuts what is longer to it', () => {
  const just = 'x'.repeat(nameLengthLimit)
  expect(cutName(just)).toBe(just)
  expect(cutName(`${just}y`)).toBe(`${'x'.repeat(nameLengthLimit - 1)}…`)
})

it('never ends in half a character', () => {
  const name = `${'x'.repeat(nameLengthLimit - 2)}😀😀`
  expect(cutName(name)).toBe(`${'x'.repeat(nameLengthLimit - 2)}…`)
})
