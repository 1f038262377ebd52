import { callerNumber } from '../../caller-number.ts'

/** A number of so few digits is a phone of the house's own; public ones begin with six. */
const extensionDigitsMost = 5

export const isExtension = (number: string): boolean =>
  /^\d+$/.test(number) && number.length <= extensionDigitsMost

/**
 * The extension in the name of a queue's member or of a channel: 7009 of PJSIP/7009, 1001 of
 * Local/1001@from-queue/n. Null where there is none, as in a person's name.
 */
export function extensionOf(name: string): string | null {
  return /^[A-Za-z][A-Za-z0-9]*\/(\d{2,5})(?![0-9A-Za-z])/.exec(name)?.[1] ?? null
}

/**
 * The customer behind a caller's number; null where none is shown or the caller is a colleague.
 *
 * @param text as the phone system wrote it
 */
export function outsideCaller(
  text: string | null,
  terms: { country: string | null; extensionsAreCustomers: boolean },
): string | null {
  if (text === null) return null
  if (isExtension(text.trim()) && !terms.extensionsAreCustomers) return null
  return callerNumber(text, terms.country)
}
