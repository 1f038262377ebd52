/**
 * Consonants only: nothing looks like a digit, and no words come about. Eight of them are 34 bits,
 * as RFC 8628 section 6.1 suggests for codes that somebody reads from a screen and types.
 */
export const pairingLetters = 'BCDFGHJKLMNPQRSTVWXZ'
export const pairingCodeLength = 8

const isCode = new RegExp(`^[${pairingLetters}]{${pairingCodeLength}}$`)

/** A code as somebody typed it, in small letters or with a dash; null where it can be none. */
export function readPairingCode(text: string): string | null {
  const letters = text.toUpperCase().replaceAll(/[\s\-–—.·]/g, '')
  return isCode.test(letters) ? letters : null
}

/** The two groups in which a code is shown. */
export const groupsOf = (code: string): [string, string] => [code.slice(0, 4), code.slice(4)]
