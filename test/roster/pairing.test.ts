import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { groupsOf, pairingLetters, readPairingCode } from '../../shared/roster/pairing-code.ts'
import {
  displayCookie,
  noDisplayCookie,
  readDisplayToken,
} from '../../server/roster/display-cookie.ts'
import { agreeOn, nothingShown, sayClock, secondLater } from '../../web/roster/pairing-shown.ts'

describe('a code', () => {
  it('is read however it is typed', () => {
    const letters = fc.array(fc.constantFrom(...pairingLetters.split('')), {
      minLength: 8,
      maxLength: 8,
    })
    const between = fc.constantFrom('', ' ', '-', ' – ', '.')
    fc.assert(
      fc.property(letters, between, (each, dash) => {
        const code = each.join('')
        const typed = ` ${groupsOf(code).join(dash).toLowerCase()} `
        expect(readPairingCode(typed)).toBe(code)
      }),
    )
  })

  it.each(['', 'BCDFGHJ', 'BCDFGHJKL', 'ACDFGHJK', 'BCDFGHJ1', 'BCDF_GHJK'])(
    'is not what "%s" is',
    (text) => {
      expect(readPairingCode(text)).toBeNull()
    },
  )
})

test('the cookie is found among others, and nothing that resembles it', () => {
  const token = 'a'.repeat(21) + '-_'
  const [own] = displayCookie(token).split(';')
  expect(readDisplayToken(`x=1; ${own!}; wellspent.session_token=abc`)).toBe(token)
  expect(readDisplayToken(own)).toBe(token)
  for (const other of [undefined, '', 'wellspentxdisplay=' + token, `my${own!}`]) {
    expect(readDisplayToken(other)).toBeNull()
  }
  expect(readDisplayToken(noDisplayCookie)).toBeNull()
})

describe('what a display counts down', () => {
  const shown = { ...nothingShown, code: 'BCDFGHJK', secondsLeft: 2 }

  it('goes on evenly, and takes the code away at its end', () => {
    expect(secondLater(shown)).toMatchObject({ secondsLeft: 1, code: 'BCDFGHJK' })
    expect(secondLater(secondLater(shown))).toMatchObject({ secondsLeft: 0, code: null })
    expect(secondLater(nothingShown)).toBe(nothingShown)
  })

  it('follows the server where the two differ', () => {
    expect(agreeOn(100, 99)).toBe(100)
    expect(agreeOn(100, 102)).toBe(100)
    expect(agreeOn(100, 90)).toBe(90)
  })

  it.each([
    [600, '10:00'],
    [65, '1:05'],
    [9, '0:09'],
  ])('%i seconds are %s', (seconds, said) => {
    expect(sayClock(seconds)).toBe(said)
  })
})
