import { callerNumber } from '../caller-number.ts'

/** A number of up to so many digits is an extension or a service code, never one customer's. */
const extensionDigitsLimit = 6

/**
 * The number of somebody who called a phone system from outside, in one form; null for extensions,
 * which stand in the same places of its records.
 *
 * @param country ISO 3166, of numbers without a country code; null: such stay as written
 */
export function outsideNumber(text: string, country: string | null): string | null {
  const number = callerNumber(text, country)
  const isOutside =
    number !== null && (number.startsWith('+') || number.length > extensionDigitsLimit)
  return isOutside ? number : null
}
