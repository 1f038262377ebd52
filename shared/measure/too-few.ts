/** A number was withheld because it would rest on too little: `have` of what, `need` at least. */
export type TooFew = { have: number; need: number }

/** Tells a withheld number from a computed one. */
export function isTooFew(result: object): result is TooFew {
  return 'have' in result && 'need' in result
}
