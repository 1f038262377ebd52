import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/** What phone systems write where a caller hides the number, or none is known. */
const nobody =
  /^(anonymous|unknown|restricted|private|withheld|unavailable|blocked|hidden|no ?number|none|null)$/i
/** A number of up to so many digits is an extension or a service code, never one customer's. */
const extensionDigitsLimit = 6

/**
 * A caller's number as one customer is told by: E.164 where it can be told, else the digits as
 * written. Null for a caller without one of their own: hidden, unknown, empty or an extension.
 *
 * @param text a number, or a tel: or sip: address
 * @param country ISO 3166, of numbers without a country code; null: such stay as written
 */
export function callerNumber(text: string, country: string | null): string | null {
  const user = text.trim().replace(/^(tel|sips?):/i, '')
  const written = (user.split(/[@;]/)[0] ?? '').trim()
  if (nobody.test(written)) return null
  const digits = written.replaceAll(/\D/g, '')
  if (digits.length === 0) return null
  const isInternational = written.startsWith('+')
  if (!isInternational && digits.length <= extensionDigitsLimit) return null
  const home = country !== null && isSupportedCountry(country) ? country : undefined
  if (isInternational || home) {
    const number = parsePhoneNumberFromString(written, home)
    if (number?.isPossible()) return number.number
  }
  return isInternational ? `+${digits}` : digits
}
