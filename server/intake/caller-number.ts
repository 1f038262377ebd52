// The complete metadata (`max`, 145 kB, read once): it knows which numbers can exist, where `min`
// knows lengths only, by which +49 7009 and the like pass. On a server the size costs nothing, and a
// number that is told wrongly makes one customer of two.
import parse, { isSupportedCountry } from 'libphonenumber-js/max'

/** Longer text is no number, whatever digits are in it. */
const charactersLimit = 100
/** Fewer digits without a plus may be an extension: 30901 is one, and a number in Berlin too. */
const nationalDigitsLeast = 7

/** What phone systems write where the caller shows no number. */
const withheld = new Set([
  ...['anonymous', 'anon', 'unknown', 'unavailable', 'restricted', 'withheld', 'private'],
  ...['blocked', 'hidden', 'suppressed', 'undisclosed', 'no caller id', 'noname', 'asreceived'],
  ...['not available', 'not provided', 'none', 'null', 'undefined', 'n/a', 'id unavailable'],
])

const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']
/** Carriers spell such words as numbers: +266696687 is ANONYMOUS on a keypad. */
const spelled = new Set(
  ['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable'].map(
    (word) => `+${word.replace(/./g, keyOf)}`,
  ),
)

function keyOf(letter: string): string {
  return String(keypad.findIndex((key) => key.includes(letter)) + 2)
}

/** ISO 3166 codes whose numbers can be told. */
export const isCountry = (code: string): boolean => isSupportedCountry(code)

/**
 * The number of a caller in one form: E.164 where it can be told, else the digits as written, with
 * the plus if there was one. Null where no number is shown, so that callers who hide theirs never
 * become one customer who calls again and again.
 *
 * @param text as a phone system wrote it, also as `"Name" <number>`, `sip:` or `tel:`
 * @param country ISO 3166, of numbers without a country code; null: such stay as written
 */
export function callerNumber(text: string, country: string | null): string | null {
  const shown = partOf(text)
  if (shown === '' || shown.length > charactersLimit || withheld.has(shown.toLowerCase())) {
    return null
  }
  const digits = shown.replace(/\D/g, '')
  const asWritten = shown.startsWith('+') ? `+${digits}` : digits
  if (/^0*$/.test(digits) || spelled.has(asWritten)) return null
  const isPlain = /^[+\d\s().\-/]+$/.test(shown)
  const isShort = !asWritten.startsWith('+') && digits.length < nationalDigitsLeast
  const found = isShort ? undefined : parse(isPlain ? asWritten : shown, knownCountry(country))
  if (found?.isValid()) return found.number
  return isPlain ? asWritten : null
}

const knownCountry = (country: string | null) =>
  country !== null && isSupportedCountry(country) ? country : undefined

/** The number's part of an address or of a name with a number. */
function partOf(text: string): string {
  const inBrackets = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text
  const address = /^\s*(?:sips?|tel|callto):([^@;?]*)/i.exec(inBrackets)?.[1] ?? inBrackets
  return address
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
}
