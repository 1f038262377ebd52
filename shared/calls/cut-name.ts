import { nameLengthLimit } from './call-record.ts'

/**
 * A name out of something that was refused, as far as it is kept and sent back: whoever sent it
 * knows it again by its beginning, and a refusal stays small whatever stood in the record.
 *
 * @example cutName('a'.repeat(10_000)) // 199 times "a" and "…"
 */
export const cutName = (name: string): string =>
  name.length <= nameLengthLimit
    ? name
    : `${name.slice(0, nameLengthLimit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
